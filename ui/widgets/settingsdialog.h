// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/preferences.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QTabWidget;

namespace ui {

class NoticeSettings;
class ShortcutMap;
class ShortcutsPage;

/// Edits the preferences, except the hub: ConnectDialog chooses that.
class SettingsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);

    /// Returns the edited preferences.
    Preferences preferences() const;
    /// Offers to start the program with the desktop. `on` is the state now. Without this call the
    /// dialog does not offer it.
    void offerAutostart(bool on);
    /// Returns the choice; nullopt = it was not offered, or the user did not change it.
    std::optional<bool> autostart() const;

    /// Offers to change the keys of commands. Without this call the dialog does not offer it.
    void offerShortcuts(const ShortcutMap &map);
    /// Returns the edited keys; null = they were not offered.
    const ShortcutMap *shortcuts() const;

private:
    QWidget *makeView();
    QSize sizeOfPages(const QWidget &pages) const;

    Preferences m_initial;
    QComboBox *m_theme = nullptr;
    QComboBox *m_time = nullptr;
    QComboBox *m_close = nullptr;
    QComboBox *m_language = nullptr;
    QCheckBox *m_autostart = nullptr; ///< Hidden unless it is offered.
    bool m_hadAutostart = false;
    NoticeSettings *m_notices;
    QTabWidget *m_pages;
    ShortcutsPage *m_shortcuts = nullptr;
};

} // namespace ui
