// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/shutdown.h"

#include "hub/base/clock.h"
#include "hub/core/hub.h"
#include "hub/http/httpserver.h"

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds pollInterval = 20ms;

/// How long connections may take their last bytes after the drain.
constexpr std::chrono::milliseconds stopPatience = 2500ms;

/// Every stream is due within the drain time, but the loop may close the last one a little later.
constexpr std::chrono::milliseconds drainGrace = 200ms;

} // namespace

Shutdown::Shutdown(const hub::Clock &clock) : m_clock(clock)
{
    connect(&m_poll, &QTimer::timeout, this, &Shutdown::check);
}

std::chrono::milliseconds Shutdown::longest(std::chrono::milliseconds drain)
{
    return drain + drainGrace + stopPatience;
}

void Shutdown::begin(hub::Hub &hub, hub::HttpServer &server, std::chrono::milliseconds drain)
{
    m_hub = &hub;
    m_server = &server;
    m_drained = false;
    m_server->stopListening();
    m_hub->drain();
    setDeadline(drain + drainGrace);
    m_poll.start(pollInterval);
}

/// Closes streams first: the drain time is theirs. Then closes the remaining connections.
void Shutdown::check()
{
    if (!m_drained) {
        if (m_hub->streams().count() > 0 && !isLate())
            return;
        m_drained = true;
        m_server->finishConnections();
        setDeadline(stopPatience);
    } else if (m_server->connectionCount() == 0 || isLate()) {
        m_poll.stop();
        emit finished();
    }
}

bool Shutdown::isLate() const
{
    return std::chrono::milliseconds(m_clock.steadyMs()) >= m_deadline;
}

void Shutdown::setDeadline(std::chrono::milliseconds wait)
{
    m_deadline = std::chrono::milliseconds(m_clock.steadyMs()) + wait;
}

} // namespace app
