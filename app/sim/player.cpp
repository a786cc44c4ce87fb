// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/player.h"

#include "app/sim/hublink.h"

namespace sim {

namespace {

/// RunPod repeats a failed webhook twice, 10 s apart.
constexpr int webhookRepeats = 2;
constexpr auto webhookInterval = std::chrono::seconds{10};

/// A publish is repeated for 30 s at speed 1, so that the hub may restart meanwhile.
constexpr int publishRepeats = 30;
constexpr auto publishInterval = std::chrono::seconds{1};

/// True when a repeat of the call would get the same answer.
bool isFinal(const Step &step, int status)
{
    if (step.kind == Step::Kind::Forged)
        return true;
    if (step.webhook)
        return status == 200;
    return status != 0 && status != 503;
}

} // namespace

Player::Player(Script script, HubLink *link, double speed, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
    , m_link(link)
    , m_speed(speed)
    , m_timer(clock)
{
    connect(&m_timer, &hub::ClockTimer::timedOut, this, &Player::call);
}

void Player::start()
{
    wait(m_script.steps.front().after);
}

void Player::wait(std::chrono::milliseconds time)
{
    m_timer.start(std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(time.count()) / m_speed)));
}

void Player::call()
{
    const Step &step = m_script.steps[m_next];
    m_link->post(step, m_script.job, this, [this](int status) { handleAnswer(status); });
}

void Player::handleAnswer(int status)
{
    const Step &step = m_script.steps[m_next];
    emit called(step, status);
    const int repeats = step.webhook ? webhookRepeats : publishRepeats;
    if (!isFinal(step, status) && m_repeats < repeats) {
        ++m_repeats;
        wait(step.webhook ? webhookInterval : publishInterval);
        return;
    }
    m_repeats = 0;
    if (++m_next == m_script.steps.size())
        emit finished();
    else
        wait(m_script.steps[m_next].after);
}

} // namespace sim
