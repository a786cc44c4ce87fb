// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/settingsdialog.h"

#include "ui/widgets/statepalette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
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
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Settings"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(makeHub());
    column->addWidget(makeView());
    column->addWidget(makeNotifications());
    column->addStretch(1);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    validate();
}

QWidget *SettingsDialog::makeHub()
{
    auto *group = new QGroupBox(tr("Hub"), this);
    m_embedded = new QRadioButton(tr("Run a &hub in this program"), group);
    m_embedded->setToolTip(
        tr("Listens on this machine only and keeps its jobs in its own database"));
    m_remote = new QRadioButton(tr("Connect to a hub at this &address:"), group);
    m_url = new QLineEdit(m_initial.hub.toString(), group);
    m_url->setAccessibleName(tr("Address of the hub"));
    m_url->setPlaceholderText(QStringLiteral("http://127.0.0.1:4354"));
    m_urlError = new QLabel(
        tr("Enter an address that begins with http:// or https:// and names a host."), group);
    QPalette red = m_urlError->palette();
    red.setColor(QPalette::WindowText, StatePalette::of(palette()).failure());
    m_urlError->setPalette(red);
    (m_initial.embeddedHub ? m_embedded : m_remote)->setChecked(true);
    auto *column = new QVBoxLayout(group);
    column->addWidget(m_embedded);
    column->addWidget(m_remote);
    column->addWidget(m_url);
    column->addWidget(m_urlError);
    connect(m_remote, &QRadioButton::toggled, this, &SettingsDialog::validate);
    connect(m_url, &QLineEdit::textChanged, this, &SettingsDialog::validate);
    return group;
}

QWidget *SettingsDialog::makeView()
{
    auto *group = new QGroupBox(tr("Window"), this);
    m_theme = makeChoice({tr("Same as the desktop"), tr("Light"), tr("Dark")},
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

void SettingsDialog::validate()
{
    const bool valid = m_embedded->isChecked() || hubAddress(m_url->text()).isValid();
    m_url->setEnabled(m_remote->isChecked());
    m_urlError->setVisible(!valid);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(valid);
}

Preferences SettingsDialog::preferences() const
{
    Preferences chosen = m_initial;
    chosen.embeddedHub = m_embedded->isChecked();
    if (const QUrl url = hubAddress(m_url->text()); url.isValid())
        chosen.hub = url;
    chosen.theme = static_cast<ThemeChoice>(m_theme->currentIndex());
    chosen.time = static_cast<TimeStyle>(m_time->currentIndex());
    chosen.close = static_cast<CloseChoice>(m_close->currentIndex());
    chosen.notifyCompleted = m_completed->isChecked();
    chosen.notifyFailed = m_failed->isChecked();
    return chosen;
}

} // namespace ui
