// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/noticepause.h"

#include <QMenu>

namespace ui {

/// The menu of the pauses of the notifications, for the tray and for the window.
class PauseMenu : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PauseMenu)

public:
    explicit PauseMenu(QWidget *parent = nullptr);

    /// Shows whether notifications are paused. `until` is a time of day for people; empty = until
    /// they are resumed. Emits nothing.
    void setPaused(bool paused, const QString &until);

signals:
    void pauseWanted(ui::PauseChoice choice);
    void resumeWanted();

private:
    QAction *m_endless;
    QAction *m_resume;
};

} // namespace ui
