// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubfeed.h"
#include "ui/client/jobevent.h"
#include "ui/client/jobtotals.h"
#include "ui/client/linkstatus.h"

#include "hub/wire/job.h"

#include <QHash>

#include <deque>
#include <optional>
#include <variant>

namespace ui {

/// Items from the client layer that have no type of their own there.
namespace arrival {

struct Snapshot
{
    QList<hub::Job> jobs;
    QByteArray asOf;
    bool complete = true;
};
struct Polled
{
    QList<hub::Job> jobs;
    QByteArray asOf;
};
/// Jobs that the window asked for. They did not change now.
struct Loaded
{
    QList<hub::Job> jobs;
};
/// The counts of the hub; nullopt = it does not tell them.
struct Totals
{
    std::optional<JobTotals> totals;
};
struct Epoch
{
    QByteArray name;
};
struct Opened
{
    ConnectionInfo connection;
};
struct Closed
{
    qint64 id = 0;
};

} // namespace arrival

using Arrival = std::variant<JobEvent, arrival::Snapshot, arrival::Polled, arrival::Loaded,
                             arrival::Totals, arrival::Epoch, Gap, LinkStatus, HubFigures,
                             QList<ConnectionInfo>, arrival::Opened, arrival::Closed>;

/// Queue of the items from the client layer that the models do not have yet, oldest first. Two
/// limits bound it when the window cannot keep up.
/// From `soft` entries on, new progress events of a job become one: see takeMerged(). At `hard`
/// entries the waiting log lines and progress events are dropped. When that is not enough,
/// everything except link states and epochs is dropped, and a new snapshot is needed.
class Inbox
{
public:
    struct Limits
    {
        size_t soft = 100'000;
        size_t hard = 400'000;
    };

    Inbox() : Inbox(Limits{}) { }
    explicit Inbox(Limits limits) : m_limits(limits) { }

    void push(Arrival arrival);
    /// Removes and returns the oldest entry; only if not empty().
    Arrival take();

    bool empty() const { return m_queue.empty(); }
    size_t size() const { return m_queue.size(); }
    /// Number of progress events merged at the soft limit.
    qint64 merged() const { return m_merged; }
    /// Removes and returns the merged progress: one event for each job, in no order. Apply them
    /// after the entries of the queue. Their jobs may have newer events by then.
    QList<JobEvent> takeMerged();
    /// Returns the number of events since the last call that take() did not and will not return.
    qint64 takeMissing() { return std::exchange(m_missing, 0); }
    /// Returns true once after everything was dropped.
    bool takeOverflow() { return std::exchange(m_overflowed, false); }

private:
    void merge(const JobEvent &event);
    void makeRoom();

    Limits m_limits;
    std::deque<Arrival> m_queue;
    QHash<QByteArray, JobEvent> m_progress; ///< Merged progress by job id.
    qint64 m_merged = 0;
    qint64 m_missing = 0;
    bool m_overflowed = false;
};

} // namespace ui
