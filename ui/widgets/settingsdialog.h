// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace ui {

/// Edits the preferences, except the hub: ConnectDialog chooses that.
class SettingsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);

    /// Returns the edited preferences.
    Preferences preferences() const;

private:
    QWidget *makeView();
    QWidget *makeNotifications();

    Preferences m_initial;
    QComboBox *m_theme = nullptr;
    QComboBox *m_time = nullptr;
    QComboBox *m_close = nullptr;
    QComboBox *m_language = nullptr;
    QCheckBox *m_completed = nullptr;
    QCheckBox *m_failed = nullptr;
};

} // namespace ui
