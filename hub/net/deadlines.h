// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>

namespace hub {

/// All deadlines of a server, in the time of one clock and served by one timer. One timer is
/// cheaper than a QTimer per connection, because connections move their deadlines often. Hub thread
/// only.
class Deadlines : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deadlines)

public:
    /// The receiver of a deadline. It is called once, by check(), when the time is up.
    class Target
    {
    public:
        virtual void deadlineReached() = 0;

    protected:
        ~Target() = default;
    };

    /// `clock` is not owned and outlives this.
    explicit Deadlines(const Clock &clock, QObject *parent = nullptr);

    /// Calls the targets whose time is up. The event loop does this by itself while the clock runs.
    /// A test does it after it has moved the clock.
    void check();

private:
    friend class Deadline;
    using Queue = std::multimap<qint64, Target *>;

    Queue::iterator insert(std::chrono::milliseconds wait, Target *target);
    void arm();

    /// By due time in steady ms. An entry is removed before its target is called.
    Queue m_queue;
    const Clock &m_clock;
    QTimer m_timer;
    /// Steady time in ms at which the timer fires; -1 = not armed. It may be earlier than the first
    /// entry, never later.
    qint64 m_armedFor = -1;
};

/// A deadline of one target. It can be moved. Must not outlive its Deadlines.
class Deadline
{
public:
    Deadline(Deadlines *deadlines, Deadlines::Target *target);
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;
    ~Deadline() { clear(); }

    /// Calls the target after `wait` from now. Replaces an earlier deadline.
    void set(std::chrono::milliseconds wait);
    void clear();

private:
    friend class Deadlines;

    /// Stands for the target in the queue, so that the deadline knows when its entry has fired.
    class Entry final : public Deadlines::Target
    {
    public:
        void deadlineReached() override;
        Deadlines::Target *target = nullptr;
        bool running = false;
    };

    Deadlines *m_deadlines;
    Entry m_entry;
    Deadlines::Queue::iterator m_position;
};

} // namespace hub
