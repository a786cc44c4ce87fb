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

/// What can arrive from the client layer, in the order it did.
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
                 HubStats, QList<ConnectionInfo>, arrival::Opened, arrival::Closed>;

/// What arrived and was not shown yet. Bounded: when the window cannot keep up, progress events
/// (which the next one of the same job replaces) are merged first; at the hard bound everything
/// goes and a new snapshot is needed.
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
    /// The oldest; only when not empty().
    Arrival take();

    bool empty() const { return m_queue.empty(); }
    size_t size() const { return m_queue.size(); }
    /// Progress events dropped at the soft bound so far.
    qint64 merged() const { return m_merged; }
    /// True once after the hard bound was hit.
    bool takeOverflow() { return std::exchange(m_overflowed, false); }

private:
    Limits m_limits;
    std::deque<Arrival> m_queue;
    qint64 m_merged = 0;
    bool m_overflowed = false;
};

} // namespace ui
