// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/streamwatch.h"

#include "hub/json/jsondocument.h"
#include "ui/client/httprequest.h"

#include <algorithm>

namespace ui {

namespace {

/// Limit on recorded events and heartbeats. The doctor's own job produces far fewer.
constexpr qsizetype mostArrivals = 1000;
/// Connect timeout. A proxy that holds bytes back also holds back the response headers. The step
/// has a shorter limit of its own and reports the delay.
constexpr std::chrono::minutes longest{2};

} // namespace

StreamWatch::StreamWatch(QNetworkAccessManager *network, const Patient &patient,
                         const hub::Clock &clock)
    : m_network(network)
    , m_patient(patient)
    , m_clock(clock)
{ }

StreamWatch::~StreamWatch()
{
    close();
}

void StreamWatch::open(const QByteArray &path, const QByteArray &query,
                       const QByteArray &lastEventId)
{
    close();
    m_firstByte.reset();
    m_end.reset();
    m_arrivals.clear();
    m_beats.clear();
    m_openedMs = m_clock.steadyMs();
    StreamTarget target{hubUrl(m_patient.hub, path, query)};
    if (!m_patient.token.isEmpty())
        target.headers.emplaceBack("Authorization", "Bearer " + m_patient.token);
    StreamTimings timings;
    timings.connectTimeout = longest;
    timings.watchdog = {};
    auto *connection = new StreamConnection(m_network, target, lastEventId, timings, m_clock);
    m_connection = connection;
    connect(connection, &StreamConnection::opened, this, [this] { emit changed(); });
    connect(connection, &StreamConnection::bytesReceived, this, [this] {
        if (!m_firstByte)
            m_firstByte = elapsed();
    });
    connect(connection, &StreamConnection::eventReceived, this, &StreamWatch::note);
    connect(connection, &StreamConnection::commentReceived, this, [this] {
        if (m_beats.size() < mostArrivals)
            m_beats << elapsed();
        emit changed();
    });
    connect(connection, &StreamConnection::ended, this,
            [this, connection](StreamEnd how, const QString &reason) {
                m_end = End{how, reason, connection->httpStatus()};
                emit changed();
            });
    connection->open();
}

void StreamWatch::close()
{
    if (!m_connection)
        return;
    m_connection->disconnect(this);
    m_connection->close();
    m_connection->deleteLater();
    m_connection.clear();
}

std::chrono::milliseconds StreamWatch::elapsed() const
{
    return std::chrono::milliseconds(m_clock.steadyMs() - m_openedMs);
}

void StreamWatch::note(const hub::SseEvent &event)
{
    if (m_arrivals.size() < mostArrivals)
        m_arrivals << Arrival{event.type, event.lastEventId, hub::parseJson(event.data).object(),
                              elapsed()};
    emit changed();
}

const StreamWatch::Arrival *StreamWatch::firstEvent(const QByteArray &name) const
{
    const auto found = std::find_if(m_arrivals.begin(), m_arrivals.end(),
                                    [&](const Arrival &arrival) { return arrival.event == name; });
    return found == m_arrivals.end() ? nullptr : &*found;
}

const StreamWatch::Arrival *StreamWatch::withId(const QByteArray &id) const
{
    const auto found =
        std::find_if(m_arrivals.begin(), m_arrivals.end(), [&](const Arrival &arrival) {
            return arrival.id == id && !arrival.event.startsWith("hub.");
        });
    return found == m_arrivals.end() ? nullptr : &*found;
}

} // namespace ui
