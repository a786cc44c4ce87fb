// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/embeddedsettings.h"
#include "ui/models/embeddedstate.h"
#include "ui/models/formats.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

/// The state of the embedded hub with buttons that start and stop it, and its port, its folder and
/// how long it keeps events. Only reports what the user wants.
class HubPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubPage)

public:
    /// The hub tries the ports from `firstFree` to `lastFree` when none is chosen.
    HubPage(const EmbeddedSettings &settings, int firstFree, int lastFree,
            QWidget *parent = nullptr);

    void setState(const EmbeddedState &state, TimeStyle style);
    void setFolder(const DataFolder &folder);
    /// Writes the content of the page into the settings.
    void store(EmbeddedSettings &settings) const;

signals:
    void startWanted();
    void stopWanted();
    void restartWanted();
    /// The user wants to see the folder in the file manager.
    void folderWanted();
    /// store() gives something new.
    void edited();

private:
    QWidget *makeState();
    QWidget *makeFields(int firstFree, int lastFree);
    QWidget *makeFolder();
    void chooseFolder();
    void takeFolder(const QString &folder);

    QString m_chosen; ///< Chosen folder; empty = that of the profile.
    DataFolder m_folder;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_note;
    QPushButton *m_start;
    QPushButton *m_stop;
    QPushButton *m_restart;
    QCheckBox *m_anyPort;
    QSpinBox *m_port;
    QLineEdit *m_path;
    QPushButton *m_choose;
    QPushButton *m_usual;
    QLabel *m_size;
    QSpinBox *m_days;
};

} // namespace ui
