// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/script.h"
#include "hub/base/clocktimer.h"
#include "hub/base/systemclock.h"

#include <QObject>

namespace sim {

class HubLink;

/// Plays one script: makes its calls one after the other, after each step's delay, and repeats
/// failed calls.
class Player : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Player)

public:
    /// Does not own `link` and `clock`. `speed` 2 plays twice as fast.
    Player(Script script, HubLink *link, double speed, const hub::Clock &clock = hub::systemClock(),
           QObject *parent = nullptr);

    void start();
    QString job() const { return m_script.job; }

signals:
    /// Emitted after each answer; `status` 0 = no answer.
    void called(const sim::Step &step, int status);
    void finished();

private:
    void wait(std::chrono::milliseconds time);
    void call();
    void handleAnswer(int status);

    Script m_script;
    HubLink *m_link;
    double m_speed;
    std::size_t m_next = 0;
    int m_repeats = 0; ///< Repeats of the current call so far.
    hub::ClockTimer m_timer;
};

} // namespace sim
