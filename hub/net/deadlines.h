// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>

namespace hub {

/// Every deadline of a server under one timer: a connection has at most one running and moves it
/// often.
class Deadlines : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deadlines)

public:
    /// Told once the time is up, from the event loop.
    class Target
    {
    public:
        virtual void deadlineReached() = 0;

    protected:
        ~Target() = default;
    };

    explicit Deadlines(QObject *parent = nullptr);

private:
    friend class Deadline;
    using Queue = std::multimap<qint64, Target *>;

    Queue::iterator insert(std::chrono::milliseconds wait, Target *target);
    void fire();
    void arm();

    Queue m_queue; ///< By due time in ms of m_clock; entries leave it before their target is told.
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_armedFor =
        -1; ///< When the timer fires; it may be earlier than the first entry, never later.
};

/// One movable point in time of a target. Must not outlive its Deadlines.
class Deadline
{
public:
    Deadline(Deadlines *deadlines, Deadlines::Target *target);
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;
    ~Deadline() { clear(); }

    /// Starts over with a new wait.
    void set(std::chrono::milliseconds wait);
    void clear();

private:
    friend class Deadlines;

    /// Takes the place of the target in the queue, so that firing also forgets the entry.
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
