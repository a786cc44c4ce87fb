// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace ui {

/// Edits the preferences. OK is enabled only with the embedded hub or a valid address.
class SettingsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);

    /// Returns the edited preferences. An invalid address keeps the former one.
    Preferences preferences() const;

private:
    QWidget *makeHub();
    QWidget *makeView();
    QWidget *makeNotifications();
    void validate();

    Preferences m_initial;
    QRadioButton *m_embedded = nullptr;
    QRadioButton *m_remote = nullptr;
    QLineEdit *m_url = nullptr;
    QLabel *m_urlError = nullptr;
    QComboBox *m_theme = nullptr;
    QComboBox *m_time = nullptr;
    QComboBox *m_close = nullptr;
    QCheckBox *m_completed = nullptr;
    QCheckBox *m_failed = nullptr;
    QDialogButtonBox *m_buttons;
};

} // namespace ui
