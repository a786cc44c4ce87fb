// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"
#include "ui/widgets/linkwords.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace ui {

class Session;
class Sparkline;

/// The status bar of the window: state of the connection, event rate and size of the event log.
class StatusLine : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    /// `session` is not owned.
    explicit StatusLine(Session *session, QWidget *parent = nullptr);

    void setHub(const QString &address);
    void setTimeStyle(TimeStyle style);
    /// Shows or hides the button that says that notifications are paused. `until` is a time of day
    /// for people; empty = until they are resumed.
    void setNoticesPaused(bool paused, const QString &until);
    /// Updates the figures. Call it once a second.
    void passSecond();

signals:
    /// The user clicked the state of the connection and wants to see the connections.
    void connectionWanted();
    void timeStyleToggled();
    /// The user wants notifications again.
    void resumeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshPill();
    void refreshFigures();
    void makePaused();
    QLabel *addFigure(const QString &tip);

    Session *m_session;
    QToolButton *m_pill; ///< The state of the connection.
    QLabel *m_hub;
    QLabel *m_behind; ///< How many arrivals wait. Hidden while there are few.
    QLabel *m_connections;
    QLabel *m_rate;
    Sparkline *m_sparkline;
    QLabel *m_rows;
    QToolButton *m_paused; ///< Hidden while notifications are shown.
    QToolButton *m_time;
};

} // namespace ui
