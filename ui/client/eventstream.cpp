// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/eventstream.h"

#include "hub/base/log.h"
#include "ui/client/httprequest.h"
#include "ui/client/reachability.h"
#include "ui/client/streamconnection.h"

#include <QHostAddress>
#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// Limit for every wait that a server asks for, so that a server cannot switch the client off.
constexpr std::chrono::milliseconds longestAskedWait = 1h;

/// Returns the final state after an answer that another attempt would get again. Returns nothing
/// when another attempt may help.
std::optional<LinkState> finalState(StreamEnd end, int httpStatus)
{
    if (end == StreamEnd::NotAStream)
        return LinkState::WrongAddress;
    if (end != StreamEnd::BadStatus)
        return std::nullopt;
    switch (httpStatus) {
    case 204: return LinkState::StoppedByHub;
    case 401:
    case 403: return LinkState::AuthFailed;
    case 408: // the request took too long
    case 425: // too early
    case 429: return std::nullopt; // too many requests
    default: break;
    }
    return httpStatus >= 400 && httpStatus < 500 ? std::optional(LinkState::WrongAddress)
                                                 : std::nullopt;
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

EventStream::EventStream(QNetworkAccessManager *network, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_backoff(m_timings.firstBackoff, m_timings.mostBackoff, QRandomGenerator::global())
    , m_wait(clock)
{
    connect(&m_wait, &hub::ClockTimer::timedOut, this, &EventStream::connectNow);
}

EventStream::~EventStream()
{
    dropConnection();
}

void EventStream::setTimings(const StreamTimings &timings)
{
    m_timings = timings;
    m_backoff = hub::Backoff(timings.firstBackoff, timings.mostBackoff, QRandomGenerator::global());
}

void EventStream::setReachability(Reachability *reachability)
{
    m_reachability = reachability;
    connect(reachability, &Reachability::onlineChanged, this, &EventStream::handleOnlineChanged);
}

void EventStream::setWatchdog(std::chrono::milliseconds watchdog)
{
    m_timings.watchdog = watchdog;
    if (StreamConnection *connection = m_connection)
        connection->setWatchdog(watchdog);
}

void EventStream::start()
{
    m_backoff.reset();
    m_floor = 0ms;
    connectNow();
}

void EventStream::stop()
{
    dropConnection();
    m_wait.stop();
    setStatus({});
}

void EventStream::stopAs(LinkState state, const QString &reason)
{
    dropConnection();
    m_wait.stop();
    setStatus({state, 0, {}, reason});
}

void EventStream::waitAtLeast(std::chrono::milliseconds wait, const QString &reason)
{
    m_toldReason = reason;
    m_floor = std::clamp<std::chrono::milliseconds>(wait, 0ms, longestAskedWait);
}

void EventStream::connectNow()
{
    dropConnection();
    m_wait.stop();
    m_toldReason.clear();
    m_opened = 0ms;
    auto *connection = new StreamConnection(m_network, m_target, m_lastEventId, m_timings, m_clock);
    m_connection = connection;
    connect(connection, &StreamConnection::opened, this, [this] {
        m_opened = now();
        emit opened();
    });
    connect(connection, &StreamConnection::bytesReceived, this, &EventStream::handleBytes);
    connect(
        connection, &StreamConnection::retryReceived, this,
        [this](std::chrono::milliseconds retry) { m_retry = std::min(retry, longestAskedWait); });
    connect(connection, &StreamConnection::eventReceived, this, [this](const hub::SseEvent &event) {
        m_lastEventId = event.lastEventId;
        emit eventReceived(event);
    });
    connect(connection, &StreamConnection::idReceived, this, [this](const QByteArray &id) {
        m_lastEventId = id;
        emit idReceived(id);
    });
    connect(connection, &StreamConnection::commentReceived, this, &EventStream::commentReceived);
    connect(connection, &StreamConnection::ended, this, &EventStream::handleEnd);
    connection->open();
    setStatus({LinkState::Connecting, m_backoff.attempt(), {}, m_status.reason});
}

void EventStream::dropConnection()
{
    StreamConnection *connection = m_connection;
    if (!connection)
        return;
    m_connection.clear();
    connection->disconnect(this);
    connection->close();
    connection->deleteLater(); // this call may come from one of its signals
}

void EventStream::handleBytes()
{
    m_lastByte = now();
    if (m_lastByte - m_opened >= m_timings.stableAfter)
        m_backoff.reset();
    setStatus({LinkState::Live, 0, {}, {}});
}

void EventStream::handleEnd(StreamEnd end, const QString &endReason)
{
    const QString told = std::exchange(m_toldReason, {});
    const QString reason = told.isEmpty() ? endReason : told;
    const StreamConnection *connection = m_connection;
    if (!connection)
        return;
    const int httpStatus = connection->httpStatus();
    m_floor = std::max<std::chrono::milliseconds>(
        m_floor, std::min<std::chrono::milliseconds>(connection->retryAfter(), longestAskedWait));
    dropConnection();
    qCDebug(hub::lcClient) << "stream" << m_target.url.toDisplayString() << "ended:" << reason;
    const QPointer<EventStream> self(this);
    if (const auto state = finalState(end, httpStatus))
        setStatus({*state, 0, {}, reason});
    else
        waitAndConnect(end, reason);
    if (self)
        emit connectionEnded(end, reason);
}

std::chrono::milliseconds EventStream::now() const
{
    return std::chrono::milliseconds(m_clock.steadyMs());
}

std::chrono::milliseconds EventStream::nextWait(StreamEnd end)
{
    const auto floor = std::max({m_retry, std::exchange(m_floor, 0ms), 0ms});
    if (m_timings.fixedDelay)
        return m_retry >= 0ms ? floor : std::max(floor, *m_timings.fixedDelay);
    const bool isStable = now() - m_opened >= m_timings.stableAfter;
    if (end == StreamEnd::Clean && m_retry >= 0ms && isStable) {
        m_backoff.reset();
        return floor; // not an error: the server's `retry:` is the whole wait
    }
    return m_backoff.next(floor);
}

void EventStream::waitAndConnect(StreamEnd end, const QString &reason)
{
    const auto wait = nextWait(end);
    m_wait.start(wait);
    const LinkState state = isOffline() ? LinkState::Offline : LinkState::Reconnecting;
    setStatus({state, m_backoff.attempt(), wait, reason, end == StreamEnd::Untrusted});
}

void EventStream::handleOnlineChanged(bool online)
{
    if (online && m_wait.isActive())
        start();
}

bool EventStream::isOffline() const
{
    const Reachability *reachability = m_reachability;
    return reachability && !reachability->online() && !isLoopback(m_target.url.host());
}

void EventStream::setStatus(LinkStatus status)
{
    if (m_status == status)
        return;
    m_status = std::move(status);
    emit statusChanged(m_status);
}

} // namespace ui
