// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/settingsdialog.h"

#include "ui/models/languages.h"
#include "ui/widgets/noticesettings.h"
#include "ui/widgets/shortcutspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
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

/// Returns a choice of the system's language and of each language of the program. The data of an
/// item is Preferences::language.
QComboBox *makeLanguages(const QString &system, const QString &current, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(system, QString());
    for (const Language &language : languages())
        box->addItem(language.name, language.code);
    box->setCurrentIndex(qMax(0, box->findData(current)));
    return box;
}

/// A page scrolls when the dialog is as large as the screen: at 200 % a screen is small.
QWidget *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    return area;
}

} // namespace

SettingsDialog::SettingsDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_initial(preferences)
{
    setWindowTitle(tr("Settings"));
    m_notices = new NoticeSettings(preferences.notices);
    m_pages = new QTabWidget(this);
    m_pages->addTab(scrolled(makeView()), tr("&Window"));
    m_pages->addTab(scrolled(m_notices), tr("&Notifications"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(sizeOfPages(*m_pages));
}

/// Returns the size at which no page scrolls, or most of the screen if that is smaller.
QSize SettingsDialog::sizeOfPages(const QWidget &pages) const
{
    QSize size = sizeHint().expandedTo({fontMetrics().averageCharWidth() * 70, 0});
    size.rheight() += m_notices->sizeHint().height() + fontMetrics().height() * 3;
    size.rheight() -= pages.sizeHint().height();
    return size.boundedTo(screen()->availableSize() * 0.9);
}

QWidget *SettingsDialog::makeView()
{
    auto *group = new QWidget;
    m_theme = makeChoice({tr("Same as the desktop"), tr("Light"), tr("Dark"), tr("High contrast")},
                         static_cast<int>(m_initial.theme), group);
    m_time = makeChoice({tr("Local time"), tr("UTC")}, static_cast<int>(m_initial.time), group);
    m_close = makeChoice({tr("Ask"), tr("Keep running in the tray"), tr("Quit")},
                         static_cast<int>(m_initial.close), group);
    m_language = makeLanguages(tr("Same as the system"), m_initial.language, group);
    m_autostart = new QCheckBox(tr("&Start in the tray when I log in"), group);
    m_autostart->hide();
    auto *form = new QFormLayout(group);
    form->addRow(tr("&Language, from the next start:"), m_language);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("T&imes:"), m_time);
    form->addRow(tr("When the window is &closed:"), m_close);
    form->addRow(m_autostart);
    return group;
}

void SettingsDialog::offerAutostart(bool on)
{
    m_hadAutostart = on;
    m_autostart->setChecked(on);
    m_autostart->show();
}

void SettingsDialog::offerShortcuts(const ShortcutMap &map)
{
    m_shortcuts = new ShortcutsPage(map);
    m_pages->addTab(m_shortcuts, tr("&Keyboard"));
}

const ShortcutMap *SettingsDialog::shortcuts() const
{
    return m_shortcuts ? &m_shortcuts->map() : nullptr;
}

std::optional<bool> SettingsDialog::autostart() const
{
    if (m_autostart->isHidden() || m_autostart->isChecked() == m_hadAutostart)
        return std::nullopt;
    return m_autostart->isChecked();
}

Preferences SettingsDialog::preferences() const
{
    Preferences chosen = m_initial;
    chosen.theme = static_cast<ThemeChoice>(m_theme->currentIndex());
    chosen.time = static_cast<TimeStyle>(m_time->currentIndex());
    chosen.close = static_cast<CloseChoice>(m_close->currentIndex());
    chosen.language = m_language->currentData().toString();
    chosen.notices = m_notices->rules();
    return chosen;
}

} // namespace ui
