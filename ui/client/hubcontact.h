// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "hub/base/systemclock.h"
#include "ui/client/clockjump.h"

#include <QObject>

#include <chrono>

namespace ui {

/// The streams to one hub share this object. When one of them reaches the hub, the others that
/// wait for their next attempt connect too. All calls are on the thread of this object.
class HubContact : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubContact)

public:
    /// `clock` is not owned and outlives this.
    explicit HubContact(const hub::Clock &clock = hub::systemClock(), QObject *parent = nullptr);

    /// Forgets everything. Call it before connecting to another hub.
    void reset();
    /// Call it when bytes of the hub arrive on any stream.
    void noteBytes();
    /// Call it when `stream` got `hub.hello`: the hub accepts streams, so it does not drain.
    void noteReached(const QObject *stream);
    /// Call it when the hub has announced that it stops.
    void noteDraining() { setDraining(true); }
    /// Call it when the machine wakes up from suspend. Every stream connects again, because its
    /// connection may be dead. Clocks that jump have the same effect.
    void noteResumed();
    /// Sets whether the hub sends something each second.
    void setBeatsDue(bool due);

    bool draining() const { return m_draining; }
    bool beatsDue() const { return m_beatsDue; }
    /// Time of the last byte on the steady clock; 0 = none yet.
    std::chrono::milliseconds lastByteTime() const { return m_lastByte; }

    /// Time since the last byte, 0 if there was none. Unlike lastByteTime() it counts the time that
    /// the machine slept, during which the steady clock may stand still.
    std::chrono::milliseconds age() const;

signals:
    void bytesReceived();
    void reached(const QObject *stream);
    void drainingChanged(bool draining);
    void beatsDueChanged(bool due);
    void resumed();

private:
    void setDraining(bool draining);
    void passSecond();

    const hub::Clock &m_clock;
    ClockJump m_jump;
    hub::ClockTimer m_second;
    std::chrono::milliseconds m_lastByte{0};
    std::chrono::milliseconds m_lastByteWall{0}; ///< The same on the wall clock.
    bool m_draining = false;
    bool m_beatsDue = false;
};

} // namespace ui
