// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"
#include "ui/models/connectionmodel.h"
#include "ui/models/eventring.h"
#include "ui/models/inbox.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobtally.h"
#include "ui/models/logrows.h"
#include "ui/models/sortedjobs.h"
#include "ui/models/throughput.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace ui {

/// The state of one hub as the window shows it. receive() puts items from the client layer into an
/// inbox. tick() moves them into the models, for about tickBudget at a time.
class Session : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    static constexpr std::chrono::milliseconds tickBudget{8};
    /// A connection that is back within this time does not make the window look stale.
    static constexpr std::chrono::seconds staleAfter{2};

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
    /// Time since link() was reported.
    std::chrono::milliseconds linkAge() const { return now() - m_linkSince; }
    /// Returns whether the jobs no longer follow the hub and the state shown is older than
    /// staleAfter. False before the first snapshot, because no state is shown.
    bool isStale() const;
    /// Moment of the state that is shown, in ms since 1970 UTC: the last sign of life of the hub.
    /// 0 while the hub is heard, and before the first snapshot. A silent hub has one too.
    qint64 asOfMs() const { return m_hasSnapshot ? m_asOfMs : 0; }
    const HubFigures &stats() const { return m_stats; }
    /// Highest number of connections at once that the hub or this monitor saw.
    qint64 connectionsPeak() const { return m_connectionsPeak; }
    /// Returns how many jobs in any of these states the hub has. A hub that does not tell this:
    /// how many this monitor has loaded; see knowsTotals().
    qint64 countOf(JobStatusSet statuses) const;
    /// Returns the last counts of the hub; empty when it does not tell them.
    const JobTotals &totals() const { return m_totals; }
    /// Returns whether the hub has told how many jobs it has.
    bool knowsTotals() const { return m_tally.isKnown(); }
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
    /// See JobStore::stalledJobs().
    int stalledJobs() const { return m_store.stalledJobs(); }
    /// See JobStore::unseenFailures().
    int unseenFailures() const { return m_store.unseenFailures(); }
    /// Sets until when failures are seen, as seenUntilChanged() gave it earlier; nullopt = this hub
    /// was never shown. Call it after reset().
    void setSeenUntil(std::optional<qint64> ms) { m_store.setSeenUntil(ms); }
    /// Sets the pinned jobs of this hub. Call it after reset(), with what pinsChanged() led to.
    void setPins(const QSet<QByteArray> &ids) { m_store.setPins(ids); }
    /// Pins a job to the top of the list or not, and sorts the list. Returns false if nothing
    /// changed, because JobStore::maxPins jobs are pinned.
    bool setPinned(const QByteArray &jobId, bool pinned);
    /// The operator looked at this job: its failure is not new any more.
    void markSeen(const QByteArray &jobId);
    /// The operator looked at the failures: none of them is new any more.
    void markFailuresSeen();
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
    /// Store this time for the hub, and give it to setSeenUntil() at the next start.
    void seenUntilChanged(qint64 ms);
    /// Store JobStore::pins() for the hub, and give them to setPins() at the next start.
    void pinsChanged();
    void watchedEvents(const QList<ui::JobEvent> &events);
    void gapSeen(const ui::Gap &gap);
    void hubRestarted();
    /// A new snapshot lacks these jobs, which were running or are pinned. The receiver reads each
    /// of them from the hub.
    void jobsMissing(const QList<QByteArray> &ids);
    /// The inbox overflowed, and a new snapshot is needed.
    void resyncNeeded();
    /// Jobs were added or have another state, so the counts of the hub have changed. At most once a
    /// tick.
    void totalsChanged();

private:
    void apply(const JobEvent &event);
    void apply(const arrival::Snapshot &snapshot);
    void apply(const arrival::Polled &polled);
    void apply(const arrival::Loaded &loaded);
    void apply(const arrival::Totals &told);
    void apply(const arrival::Epoch &epoch);
    void apply(const Gap &gap);
    void apply(const LinkStatus &status);
    void apply(const HubFigures &stats);
    void apply(const QList<ConnectionInfo> &connections);
    void apply(const arrival::Opened &opened);
    void apply(const arrival::Closed &closed);
    void noteChange(hub::EventId id, const JobApplied &applied, bool isCreation);
    /// Calls `change` on the store, and reports whether seenUntil() changed.
    void changeSeen(const std::function<void()> &change);
    void watchStalls();
    void note(LogKind kind, const QString &text);
    void noteAge(const LinkStatus &status);
    void noteLink(const LinkStatus &before, const LinkStatus &now);
    void catchUp();
    void noteMissing();
    void publish();
    std::chrono::milliseconds now() const;

    const Clock *m_clock;
    Inbox m_inbox;
    JobStore m_store;
    JobTally m_tally;
    JobTotals m_totals;
    JobModel m_jobModel{&m_store};
    SortedJobs m_sortedJobs{&m_jobModel};
    EventRing m_ring;
    LogRows m_logRows{&m_ring, *m_clock};
    ConnectionModel m_connections;
    Throughput m_throughput;
    LinkStatus m_link;
    std::chrono::milliseconds m_linkSince{0}; ///< Steady time of the last change of m_link.
    /// Wall time of the last sign of life of the hub; 0 while the hub is heard.
    qint64 m_asOfMs = 0;
    HubFigures m_stats;
    qint64 m_connectionsPeak = 0;
    QByteArray m_watched;
    QList<JobEvent> m_watchedEvents;
    QByteArray m_appliedId;
    qint64 m_secondMs = 0;
    /// Tells how far the hub's clock is ahead of this one, as the fastest live event shows it.
    std::optional<std::chrono::milliseconds> m_hubAhead;
    TimeStyle m_timeStyle = TimeStyle::Local;
    bool m_hasSnapshot = false;
    bool m_wasLive = false;
    bool m_totalsChanged = false; ///< Since the last tick.
};

} // namespace ui
