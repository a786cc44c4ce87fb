// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/hubcontact.h"

#include "hub/base/clock.h"
#include "hub/base/log.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace ui {

HubContact::HubContact(const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_jump(clock)
    , m_second(clock)
{
    connect(&m_second, &hub::ClockTimer::timedOut, this, &HubContact::passSecond);
    m_second.start(1s);
}

void HubContact::reset()
{
    m_lastByte = 0ms;
    setDraining(false);
    setBeatsDue(false);
}

void HubContact::noteBytes()
{
    m_lastByte = std::chrono::milliseconds(m_clock.steadyMs());
    m_lastByteWall = std::chrono::milliseconds(m_clock.wallMs());
    emit bytesReceived();
}

std::chrono::milliseconds HubContact::age() const
{
    if (m_lastByte == 0ms)
        return 0ms;
    return std::max(std::chrono::milliseconds(m_clock.steadyMs()) - m_lastByte,
                    std::chrono::milliseconds(m_clock.wallMs()) - m_lastByteWall);
}

void HubContact::noteReached(const QObject *stream)
{
    setDraining(false);
    emit reached(stream);
}

void HubContact::noteResumed()
{
    qCInfo(hub::lcClient) << "the machine was suspended or a clock jumped; connecting again";
    emit resumed();
}

void HubContact::setBeatsDue(bool due)
{
    if (std::exchange(m_beatsDue, due) != due)
        emit beatsDueChanged(due);
}

void HubContact::setDraining(bool draining)
{
    if (std::exchange(m_draining, draining) != draining)
        emit drainingChanged(draining);
}

void HubContact::passSecond()
{
    m_second.start(1s);
    if (m_jump.check())
        noteResumed();
}

} // namespace ui
