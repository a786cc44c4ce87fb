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

/// The foot of the window: where the connection stands, how much comes in, what the log holds.
class StatusLine : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    /// `session` is not owned.
    explicit StatusLine(Session *session, QWidget *parent = nullptr);

    void setHub(const QString &address);
    void setTimeStyle(TimeStyle style);
    void passSecond();

signals:
    /// The pill was pressed: show what is known about the connection.
    void connectionWanted();
    void timeStyleToggled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshPill();
    void refreshFigures();
    QLabel *addFigure(const QString &tip);

    Session *m_session;
    QToolButton *m_pill;
    QLabel *m_hub;
    QLabel *m_behind;
    QLabel *m_connections;
    QLabel *m_rate;
    Sparkline *m_sparkline;
    QLabel *m_rows;
    QToolButton *m_time;
};

} // namespace ui
