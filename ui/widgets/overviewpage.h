// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/hubhistory.h"
#include "ui/models/recentfailures.h"

#include <QScrollArea>

class QLabel;
class QListWidget;

namespace ui {

class HistoryChart;
class Session;

/// Shows how the hub does while no job is selected: events per second, failures an hour and
/// connections over the last 15 minutes, and the last failures as links. Works only while it is
/// visible, and at most once a second.
class OverviewPage : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    /// `session` is not owned and outlives this.
    explicit OverviewPage(Session *session, QWidget *parent = nullptr);

    /// Does not depend on the figures, so that no text sets the size of a window.
    QSize sizeHint() const override;
    /// Takes the figures of the second that has passed, also while hidden. Call it once a second.
    void passSecond();
    /// Forgets the figures, because another hub follows.
    void clear();

signals:
    /// The user wants to see this job.
    void jobWanted(const QByteArray &id);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colorCharts();
    void refresh();
    void refreshFailures();
    HubHistory::Values failureValues(qint64 nowMs) const;
    QString failureFigures(const HubHistory::Values &values) const;

    Session *m_session;
    HubHistory m_history;
    RecentFailures m_failures;
    HistoryChart *m_events = nullptr;
    HistoryChart *m_failed = nullptr;
    HistoryChart *m_connections = nullptr;
    QLabel *m_lastTitle = nullptr;
    QListWidget *m_last = nullptr;
};

} // namespace ui
