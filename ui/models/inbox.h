// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubfeed.h"
#include "ui/client/jobevent.h"
#include "ui/client/linkstatus.h"

#include "hub/wire/job.h"

#include <deque>
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

using Arrival =
    std::variant<JobEvent, arrival::Snapshot, arrival::Polled, arrival::Epoch, Gap, LinkStatus,
                 HubFigures, QList<ConnectionInfo>, arrival::Opened, arrival::Closed>;

/// Queue of the items from the client layer that the models do not have yet, oldest first. Two
/// limits bound it when the window cannot keep up.
/// From `soft` entries on, new progress events are dropped, because a later event of the job has
/// newer values. At `hard` entries everything except link states and epochs is dropped, and a new
/// snapshot is needed.
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
    /// Number of progress events dropped at the soft limit.
    qint64 merged() const { return m_merged; }
    /// Returns true once after the hard limit was reached.
    bool takeOverflow() { return std::exchange(m_overflowed, false); }

private:
    Limits m_limits;
    std::deque<Arrival> m_queue;
    qint64 m_merged = 0;
    bool m_overflowed = false;
};

} // namespace ui
