// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/streamopener.h"

#include "hub/store/jobrowfilter.h"

#include <algorithm>
#include <limits>

namespace hub {

namespace {

using Resume = StreamStart::Resume;
using GapReason = StreamStart::GapReason;

constexpr qint64 countLimit = 10'000;

/// Returns the greatest id below `id`. A stream that resumes after it begins with `id`.
EventId justBefore(EventId id)
{
    if (id.n > 0)
        return {id.ms, id.n - 1};
    return {id.ms - 1, std::numeric_limits<quint32>::max()};
}

EventId justAfter(EventId id)
{
    return {id.ms, id.n + 1};
}

} // namespace

StreamOpener::StreamOpener(ReadTables &tables, SnapshotReader &snapshots)
    : m_tables(tables)
    , m_snapshots(snapshots)
{ }

StreamStart StreamOpener::open(const Subscription &subscription, const QByteArray &cursor,
                               const SnapshotLimits &limits)
{
    StreamStart start;
    start.asOf = m_tables.meta.current.last;
    const EventId terminal = terminalOf(subscription);
    start.endsFrom = terminal.isNull() ? justAfter(start.asOf) : terminal;
    const Resumption resumption = judge(subscription, cursor, terminal);
    start.resume = resumption.resume;
    start.gapReason = resumption.gapReason;
    const bool withSnapshot = start.resume == Resume::Live || start.resume == Resume::Gap;
    if (start.resume == Resume::Replayed)
        start.resumeAfter = resumption.after;
    else if (withSnapshot && !terminal.isNull())
        start.resumeAfter = justBefore(terminal); // to include the terminal event
    else
        start.resumeAfter = start.asOf;
    if (withSnapshot)
        start.snapshot = snapshotFor(subscription, start, limits);
    if (start.resumeAfter < start.asOf)
        start.replayCount = m_tables.events.countAfter(subscription, start.resumeAfter, countLimit);
    return start;
}

std::shared_ptr<const Snapshot> StreamOpener::snapshotFor(const Subscription &subscription,
                                                          const StreamStart &start,
                                                          const SnapshotLimits &limits)
{
    const QByteArray &epoch = m_tables.meta.current.epoch;
    const bool withId = start.resumeAfter == start.asOf;
    const auto snapshot = std::make_shared<Snapshot>(Cursor{epoch, start.asOf}.toWire(), withId);
    m_snapshots.read(subscription, limits, epoch, *snapshot);
    return snapshot;
}

StreamOpener::Resumption StreamOpener::judge(const Subscription &subscription,
                                             const QByteArray &text, EventId terminal)
{
    if (text.isEmpty())
        return {.resume = Resume::Live};
    const auto cursor = Cursor::parse(text);
    if (!cursor)
        return {.resume = Resume::Gap, .gapReason = GapReason::Unknown};
    if (cursor->epoch != m_tables.meta.current.epoch)
        return {.resume = Resume::Gap, .gapReason = GapReason::Epoch};
    if (cursor->id > m_tables.meta.current.last)
        return {.resume = Resume::Gap, .gapReason = GapReason::Unknown};
    if (!terminal.isNull() && cursor->id >= terminal)
        return {.resume = Resume::Ended};
    if (cursor->id < floorOf(subscription, cursor->id))
        return {.resume = Resume::Gap, .gapReason = GapReason::Evicted};
    return {.resume = Resume::Replayed, .after = cursor->id};
}

/// Returns a job, or null when it is unknown or the caller may not see it. No answer tells these
/// two apart.
const Job *StreamOpener::visibleJob(const Subscription &subscription, const QByteArray &id)
{
    const Job *job = m_tables.jobs.find(id);
    return job && subscription.visible.covers(job->id, job->owner) ? job : nullptr;
}

EventId StreamOpener::terminalOf(const Subscription &subscription)
{
    if (!subscription.endsWithJob())
        return {};
    const Job *job = m_tables.jobs.find(subscription.jobs.constFirst());
    if (!job || !isAbout(subscription, job->id, job->kind, job->owner))
        return {};
    return job->terminalEvent;
}

EventId StreamOpener::floorOf(const Subscription &subscription, EventId after)
{
    if (subscription.scope == Scope::Hub)
        return {}; // its events are not stored
    if (subscription.scope == Scope::Notifications)
        return m_tables.events.floor(Topic::user(subscription.user));
    const EventId anyJob = m_tables.meta.current.floor;
    if (subscription.jobs.isEmpty())
        return anyJob;
    EventId floor;
    for (const QByteArray &id : subscription.jobs) {
        // Removing a job also removes its floor, and a newer job may have the same id. So the floor
        // of all jobs decides when the job is missing or newer than the cursor. A cursor 0-0 asks
        // for the present job from its beginning.
        const Job *job = visibleJob(subscription, id);
        const bool olderThanJob = job && !after.isNull() && after < justBefore({job->createdMs, 0});
        if (!job || olderThanJob)
            floor = std::max(floor, anyJob);
        if (job)
            floor = std::max(floor, m_tables.events.floor(Topic::job(id)));
    }
    return floor;
}

} // namespace hub
