// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"
#include "ui/models/connectionmodel.h"
#include "ui/models/eventring.h"
#include "ui/models/inbox.h"
#include "ui/models/jobmodel.h"
#include "ui/models/logrows.h"
#include "ui/models/sortedjobs.h"
#include "ui/models/throughput.h"

#include <QObject>

#include <chrono>

namespace ui {

/// The state of one hub as the window shows it. receive() puts items from the client layer into an
/// inbox. tick() moves them into the models, for about tickBudget at a time.
class Session : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    static constexpr std::chrono::milliseconds tickBudget{8};

    /// `clock` is not owned and outlives this.
    explicit Session(const Clock *clock, QObject *parent = nullptr);

    const Clock &clock() const { return *m_clock; }

    const JobStore &jobs() const { return m_store; }
    JobModel *jobModel() { return &m_jobModel; }
    SortedJobs *sortedJobs() { return &m_sortedJobs; }
    const EventRing &events() const { return m_ring; }
    LogRows *logRows() { return &m_logRows; }
    ConnectionModel *connections() { return &m_connections; }
    const Throughput &throughput() const { return m_throughput; }
    const LinkStatus &link() const { return m_link; }
    const HubFigures &stats() const { return m_stats; }
    /// Highest number of connections at once that the hub or this monitor saw.
    qint64 connectionsPeak() const { return m_connectionsPeak; }
    /// Returns whether the hub has sent its state.
    bool hasSnapshot() const { return m_hasSnapshot; }
    /// Number of entries in the inbox.
    size_t queued() const { return m_inbox.size(); }
    /// See Inbox::merged().
    qint64 merged() const { return m_inbox.merged(); }
    /// Wire id of the last event in the models.
    QByteArray appliedId() const { return m_appliedId; }

    void setTimeStyle(TimeStyle style);
    /// Returns the time of a filter that the user writes now.
    FilterMoment filterMoment() const;
    /// Makes watchedEvents() report the events of this job; empty = none.
    void watch(const QByteArray &jobId) { m_watched = jobId; }
    /// Empties the inbox and removes all jobs, log rows, connections and hub figures. Call this
    /// before showing another hub.
    void reset();
    /// Removes all rows of the event log.
    void clearLog();

    /// Puts an item from the client layer into the inbox. Call it on this object's thread.
    void receive(Arrival arrival) { m_inbox.push(std::move(arrival)); }
    /// Call this regularly, on each FrameClock::ticked().
    void tick();

signals:
    void linkChanged(const ui::LinkStatus &status);
    /// At most once a tick.
    void updated();
    /// Emitted once a second, to update ages and figures.
    void secondPassed();
    /// A job reached a terminal status, by an event of the live stream or by polling. Snapshots do
    /// not cause this signal. Events that the hub replays after a reconnect do.
    void jobEnded(const hub::Job &job);
    void watchedEvents(const QList<ui::JobEvent> &events);
    void gapSeen(const ui::Gap &gap);
    void hubRestarted();
    /// A new snapshot lacks these running jobs. The receiver reads each of them from the hub.
    void jobsMissing(const QList<QByteArray> &ids);
    /// The inbox overflowed, and a new snapshot is needed.
    void resyncNeeded();

private:
    void apply(const JobEvent &event);
    void apply(const arrival::Snapshot &snapshot);
    void apply(const arrival::Polled &polled);
    void apply(const arrival::Epoch &epoch);
    void apply(const Gap &gap);
    void apply(const LinkStatus &status);
    void apply(const HubFigures &stats);
    void apply(const QList<ConnectionInfo> &connections);
    void apply(const arrival::Opened &opened);
    void apply(const arrival::Closed &closed);
    void note(LogKind kind, const QString &text);
    void noteLink(const LinkStatus &before, const LinkStatus &now);
    void publish();
    std::chrono::milliseconds now() const;

    const Clock *m_clock;
    Inbox m_inbox;
    JobStore m_store;
    JobModel m_jobModel{&m_store};
    SortedJobs m_sortedJobs{&m_jobModel};
    EventRing m_ring;
    LogRows m_logRows{&m_ring, *m_clock};
    ConnectionModel m_connections;
    Throughput m_throughput;
    LinkStatus m_link;
    HubFigures m_stats;
    qint64 m_connectionsPeak = 0;
    QByteArray m_watched;
    QList<JobEvent> m_watchedEvents;
    QByteArray m_appliedId;
    qint64 m_secondMs = 0;
    TimeStyle m_timeStyle = TimeStyle::Local;
    bool m_hasSnapshot = false;
    bool m_wasLive = false;
};

} // namespace ui
