// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QVBoxLayout>

namespace ui {

namespace {

QComboBox *makeChoice(const QStringList &words, int current, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItems(words);
    box->setCurrentIndex(current);
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_initial(preferences)
{
    setWindowTitle(tr("Settings"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(makeView());
    column->addWidget(makeNotifications());
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
}

QWidget *SettingsDialog::makeView()
{
    auto *group = new QGroupBox(tr("Window"), this);
    m_theme = makeChoice({tr("Same as the desktop"), tr("Light"), tr("Dark"), tr("High contrast")},
                         static_cast<int>(m_initial.theme), group);
    m_time = makeChoice({tr("Local time"), tr("UTC")}, static_cast<int>(m_initial.time), group);
    m_close = makeChoice({tr("Ask"), tr("Keep running in the tray"), tr("Quit")},
                         static_cast<int>(m_initial.close), group);
    auto *form = new QFormLayout(group);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("T&imes:"), m_time);
    form->addRow(tr("When the window is &closed:"), m_close);
    return group;
}

QWidget *SettingsDialog::makeNotifications()
{
    auto *group = new QGroupBox(tr("Notifications"), this);
    m_completed = new QCheckBox(tr("When a job is &completed"), group);
    m_completed->setChecked(m_initial.notifyCompleted);
    m_failed = new QCheckBox(tr("When a job &fails, times out or is lost"), group);
    m_failed->setChecked(m_initial.notifyFailed);
    auto *column = new QVBoxLayout(group);
    column->addWidget(m_completed);
    column->addWidget(m_failed);
    return group;
}

Preferences SettingsDialog::preferences() const
{
    Preferences chosen = m_initial;
    chosen.theme = static_cast<ThemeChoice>(m_theme->currentIndex());
    chosen.time = static_cast<TimeStyle>(m_time->currentIndex());
    chosen.close = static_cast<CloseChoice>(m_close->currentIndex());
    chosen.notifyCompleted = m_completed->isChecked();
    chosen.notifyFailed = m_failed->isChecked();
    return chosen;
}

} // namespace ui
