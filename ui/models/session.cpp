// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/session.h"

#include "hub/base/utf8.h"
#include "ui/models/eventtext.h"
#include "ui/models/loglevel.h"

#include <QThreadPool>

using namespace std::chrono_literals;

namespace ui {

Session::Session(const Clock *clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_jobModel.setNow(clock->wallMs());
    m_connections.setNow(clock->wallMs());
    m_logRows.setPool(QThreadPool::globalInstance());
}

void Session::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    m_jobModel.setTimeStyle(style);
    m_connections.setTimeStyle(style);
    emit updated();
}

void Session::reset()
{
    m_inbox = Inbox();
    m_jobModel.clear();
    m_tally.clear();
    m_totals = {};
    m_store.setSeenUntil({});
    m_store.setPins({});
    m_connections.clear();
    m_ring.clear();
    m_logRows.advance(0ms);
    m_stats = {};
    m_connectionsPeak = 0;
    m_appliedId.clear();
    m_asOfMs = 0;
    m_hasSnapshot = false;
    m_wasLive = false;
    emit updated();
}

void Session::markSeen(const QByteArray &jobId)
{
    if (const int row = m_store.find(jobId); row >= 0)
        changeSeen([this, row] { m_store.markSeen(row); });
}

bool Session::setPinned(const QByteArray &jobId, bool pinned)
{
    if (!m_store.setPinned(jobId, pinned))
        return false;
    m_jobModel.flush();
    m_sortedJobs.resort();
    emit pinsChanged();
    emit updated();
    return true;
}

void Session::markFailuresSeen()
{
    changeSeen([this] { m_store.markFailuresSeen(); });
}

void Session::changeSeen(const std::function<void()> &change)
{
    const std::optional<qint64> before = m_store.seenUntil();
    const int unseen = m_store.unseenFailures();
    change();
    if (m_store.seenUntil() != before)
        emit seenUntilChanged(*m_store.seenUntil());
    if (m_store.unseenFailures() != unseen)
        emit updated();
}

void Session::clearLog()
{
    m_ring.clear();
    m_logRows.advance(0ms);
}

FilterMoment Session::filterMoment() const
{
    return ui::filterMoment(m_clock->wallMs(), m_timeStyle);
}

void Session::tick()
{
    const std::chrono::milliseconds end = now() + tickBudget;
    const bool some = !m_inbox.empty();
    if (m_inbox.takeOverflow()) {
        noteMissing();
        note(LogKind::Gap, tr("Too many events arrived at once; loading all jobs again"));
        emit resyncNeeded();
    }
    while (!m_inbox.empty() && now() < end)
        std::visit([this](const auto &arrival) { apply(arrival); }, m_inbox.take());
    if (m_inbox.empty())
        catchUp();
    const qint64 steady = m_clock->steadyMs();
    m_jobModel.setNow(m_clock->wallMs(), m_asOfMs);
    m_connections.setNow(m_clock->wallMs());
    publish();
    if (std::exchange(m_totalsChanged, false))
        emit totalsChanged();
    if (some)
        emit updated();
    m_throughput.advance(steady);
    if (steady - m_secondMs >= 1000) {
        m_secondMs = steady;
        watchStalls();
        emit secondPassed();
    }
}

/// Applies what was merged while the window could not keep up.
void Session::catchUp()
{
    for (const JobEvent &event : m_inbox.takeMerged())
        m_store.apply(event);
    noteMissing();
}

void Session::noteMissing()
{
    const qint64 missing = m_inbox.takeMissing();
    if (missing == 0)
        return;
    const QString count = formatCount(missing);
    note(LogKind::Gap, missing == 1 ? tr("1 event is not in this log: it came faster than the "
                                         "window could show it. The list of jobs is complete.")
                                    : tr("%1 events are not in this log: they came faster than the "
                                         "window could show them. The list of jobs is complete.")
                                          .arg(count));
}

void Session::watchStalls()
{
    const bool linked = m_link.state == LinkState::Live || m_link.state == LinkState::Polling;
    if (!linked || !m_inbox.empty())
        return;
    const int before = m_store.stalledJobs();
    m_store.updateStalled(m_clock->wallMs() + m_hubAhead.value_or(0ms).count());
    if (m_store.stalledJobs() != before)
        emit updated();
}

std::chrono::milliseconds Session::now() const
{
    return std::chrono::milliseconds(m_clock->steadyMs());
}

void Session::publish()
{
    m_jobModel.flush();
    m_sortedJobs.flush(m_clock->steadyMs());
    m_logRows.advance(tickBudget / 2);
    if (!m_watchedEvents.isEmpty())
        emit watchedEvents(std::exchange(m_watchedEvents, {}));
}

void Session::apply(const JobEvent &event)
{
    m_throughput.add();
    LogRow row;
    row.ms = event.delta.id.ms;
    row.n = event.delta.id.n;
    row.type = event.delta.type;
    row.level = logLevel(event.delta.type, event.delta.level);
    m_ring.append(row, event.delta.jobId, eventText(event).toUtf8());
    const std::chrono::milliseconds ahead(event.delta.timeMs - m_clock->wallMs());
    m_hubAhead = std::max(m_hubAhead.value_or(ahead), ahead);
    const JobApplied applied = m_store.apply(event);
    noteChange(event.delta.id, applied, event.delta.type == hub::EventType::Queued);
    if (!event.id.isEmpty())
        m_appliedId = event.id;
    if (event.delta.jobId == m_watched && !m_watched.isEmpty())
        m_watchedEvents.append(event);
    if (applied.became && hub::isTerminal(*applied.became) && isStreaming(m_link.state))
        emit jobEnded(m_store.at(applied.row).job);
}

void Session::apply(const arrival::Snapshot &snapshot)
{
    QList<QByteArray> missing;
    changeSeen([&] { missing = m_store.applySnapshot(snapshot.jobs); });
    m_appliedId = snapshot.asOf;
    m_hasSnapshot = true;
    missing += m_store.missingPins();
    if (!missing.isEmpty())
        emit jobsMissing(missing);
}

void Session::apply(const arrival::Polled &polled)
{
    for (const hub::Job &job : polled.jobs) {
        const bool known = m_store.find(job.id) >= 0;
        const JobApplied applied = m_store.upsert(job);
        noteChange(job.lastEvent, applied, false);
        if (known && applied.became && hub::isTerminal(*applied.became)
            && m_link.state == LinkState::Polling) {
            emit jobEnded(job);
        }
    }
    changeSeen([this] { m_store.startSeen(); });
    m_hasSnapshot = true;
    if (!polled.asOf.isEmpty())
        m_appliedId = polled.asOf;
}

void Session::apply(const arrival::Loaded &loaded)
{
    for (const hub::Job &job : loaded.jobs)
        m_store.upsert(job);
}

void Session::apply(const arrival::Totals &told)
{
    m_totals = told.totals.value_or(JobTotals());
    if (told.totals) {
        m_tally.set(*told.totals);
    } else {
        m_tally.clear();
    }
}

void Session::apply(const arrival::Epoch &epoch)
{
    // Event ids of another epoch cannot be compared with those of these jobs.
    m_jobModel.clear();
    m_tally.clear();
    m_totals = {};
    m_totalsChanged = true;
    note(LogKind::HubRestarted, tr("The hub has a new history (%1); all jobs were loaded again")
                                    .arg(hub::fromUtf8(epoch.name)));
    emit hubRestarted();
}

void Session::apply(const Gap &gap)
{
    note(LogKind::Gap,
         tr("Events are missing between %1 and %2 (%3)")
             .arg(hub::fromUtf8(gap.requested), hub::fromUtf8(gap.resumedFrom), gap.reason));
    emit gapSeen(gap);
}

void Session::apply(const LinkStatus &status)
{
    if (status == m_link)
        return;
    m_linkSince = now();
    noteAge(status);
    noteLink(std::exchange(m_link, status), status);
    m_hubAhead.reset(); // a clock may have been set meanwhile
    if (!isStreaming(status.state)) {
        m_connections.clear();
        m_stats = {};
    }
    emit linkChanged(m_link);
}

qint64 Session::countOf(JobStatusSet statuses) const
{
    return m_tally.isKnown() ? m_tally.countOf(statuses) : m_store.countOf(statuses);
}

/// Counts a change of a job's state. A job that is new here may be an old one of the hub: only its
/// creation tells, so that all others wait for the counts of the hub.
void Session::noteChange(hub::EventId id, const JobApplied &applied, bool isCreation)
{
    if (!applied.became)
        return;
    m_totalsChanged = true;
    if (applied.was || (isCreation && m_store.at(applied.row).job.attempt <= 1))
        m_tally.note(id, applied.was, *applied.became);
}

/// The age begins with the last sign of life, not when the silence is noticed.
void Session::noteAge(const LinkStatus &status)
{
    if (isCurrent(status.state) && status.state != LinkState::Silent)
        m_asOfMs = 0;
    else if (m_asOfMs == 0)
        m_asOfMs = m_clock->wallMs() - status.silentFor.count();
}

bool Session::isStale() const
{
    if (isCurrent(m_link.state) || asOfMs() == 0)
        return false;
    return std::chrono::milliseconds(m_clock->wallMs() - m_asOfMs) >= staleAfter;
}

void Session::noteLink(const LinkStatus &before, const LinkStatus &now)
{
    if (isStreaming(before.state) && now.state == LinkState::Reconnecting) {
        note(LogKind::Note, tr("Connection lost: %1").arg(now.reason));
    } else if (now.state == LinkState::Polling && before.state != LinkState::Polling) {
        note(LogKind::Note,
             tr("Streaming is blocked; jobs are polled and single events are not shown"));
    } else if (now.state == LinkState::Draining && before.state != LinkState::Draining) {
        note(LogKind::Note, tr("The hub is shutting down"));
    } else if (isStreaming(now.state) && !isStreaming(before.state)) {
        note(LogKind::Reconnected, m_wasLive ? tr("Connected again") : tr("Connected"));
        m_wasLive = true;
    }
}

void Session::apply(const HubFigures &stats)
{
    m_stats = stats;
    m_connectionsPeak = qMax(m_connectionsPeak, qMax(stats.connections, stats.connectionsPeak));
}

void Session::apply(const QList<ConnectionInfo> &connections)
{
    m_connections.setConnections(connections);
}

void Session::apply(const arrival::Opened &opened)
{
    m_connections.open(opened.connection);
    m_connectionsPeak = qMax<qint64>(m_connectionsPeak, m_connections.total());
}

void Session::apply(const arrival::Closed &closed)
{
    m_connections.close(closed.id);
}

void Session::note(LogKind kind, const QString &text)
{
    LogRow row;
    row.ms = m_clock->wallMs();
    row.kind = kind;
    m_ring.append(row, {}, text.toUtf8());
}

} // namespace ui
