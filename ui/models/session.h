// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/connectionmodel.h"
#include "ui/models/eventring.h"
#include "ui/models/inbox.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobview.h"
#include "ui/models/logrows.h"
#include "ui/models/throughput.h"

#include <QObject>

namespace hub {
class Clock;
}

namespace ui {

/// One hub as the window shows it: what the client layer delivers goes into an inbox, and tick()
/// alone takes it from there into the models, for at most tickBudgetMs at a time.
class Session : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    static constexpr int tickBudgetMs = 8;

    /// `clock` is not owned.
    explicit Session(const hub::Clock *clock, QObject *parent = nullptr);

    const JobStore &jobs() const { return m_store; }
    JobModel *jobModel() { return &m_jobModel; }
    JobView *jobView() { return &m_jobView; }
    const EventRing &events() const { return m_ring; }
    LogRows *logRows() { return &m_logRows; }
    ConnectionModel *connections() { return &m_connections; }
    const Throughput &throughput() const { return m_throughput; }
    const LinkStatus &link() const { return m_link; }
    const HubStats &stats() const { return m_stats; }
    /// The most there were at once, as far as the hub or this monitor saw.
    qint64 connectionsPeak() const { return m_connectionsPeak; }
    /// True once the hub told its state for the first time.
    bool hasSnapshot() const { return m_hasSnapshot; }
    size_t queued() const { return m_inbox.size(); }
    qint64 merged() const { return m_inbox.merged(); }
    /// Id of the last event that is in the models.
    QByteArray appliedId() const { return m_appliedId; }

    void setTimeStyle(TimeStyle style);
    /// Events of this job are passed on by watchedEvents().
    void watch(const QByteArray &jobId) { m_watched = jobId; }
    /// For another hub: nothing of the old one stays.
    void reset();
    /// Empties the view of the event log.
    void clearLog();

    /// Everything from the client layer comes in here, on this object's thread.
    void receive(Arrival arrival) { m_inbox.push(std::move(arrival)); }
    void tick();

signals:
    void linkChanged(const ui::LinkStatus &status);
    /// At most once a tick.
    void updated();
    /// Once a second: ages and figures.
    void secondPassed();
    /// A job reached a terminal status just now, not in a snapshot or replay.
    void jobEnded(const hub::Job &job);
    void watchedEvents(const QList<ui::JobEvent> &events);
    void gapSeen(const ui::Gap &gap);
    void hubRestarted();
    /// Running jobs that the new snapshot does not have: ask the hub for them one by one.
    void jobsMissing(const QList<QByteArray> &ids);
    /// The inbox overflowed: a new snapshot is needed.
    void resyncNeeded();

private:
    void apply(const JobEvent &event);
    void apply(const arrival::Snapshot &snapshot);
    void apply(const arrival::Polled &polled);
    void apply(const arrival::Epoch &epoch);
    void apply(const Gap &gap);
    void apply(const LinkStatus &status);
    void apply(const HubStats &stats);
    void apply(const QList<ConnectionInfo> &connections);
    void apply(const arrival::Opened &opened);
    void apply(const arrival::Closed &closed);
    void note(LogKind kind, const QString &text);
    void noteLink(const LinkStatus &before, const LinkStatus &now);
    void publish();

    const hub::Clock *m_clock;
    Inbox m_inbox;
    JobStore m_store;
    JobModel m_jobModel{&m_store};
    JobView m_jobView{&m_jobModel};
    EventRing m_ring;
    LogRows m_logRows{&m_ring};
    ConnectionModel m_connections;
    Throughput m_throughput;
    LinkStatus m_link;
    HubStats m_stats;
    qint64 m_connectionsPeak = 0;
    QByteArray m_watched;
    QList<JobEvent> m_watchedEvents;
    QByteArray m_appliedId;
    qint64 m_secondMs = 0;
    bool m_hasSnapshot = false;
    bool m_wasLive = false;
};

} // namespace ui
