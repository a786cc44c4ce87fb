// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/producers.h"

#include "tests/bench/hubbench/steadytime.h"

namespace bench {

Producers::Producers(Poller &poller, quint16 port, int connections, Next next, Count count)
    : m_next(std::move(next))
    , m_count(std::move(count))
{
    for (int i = 0; i < connections; ++i) {
        m_lanes.push_back(std::make_unique<Lane>());
        Lane *lane = m_lanes.back().get();
        lane->number = i;
        lane->connection = std::make_unique<HttpConnection>(
            poller, port, [this, lane](int status, const QByteArray &body) {
                handleAnswer(*lane, status, body);
            });
    }
}

void Producers::start()
{
    for (const auto &lane : m_lanes)
        if (!lane->waiting)
            sendNext(*lane);
}

void Producers::sendNext(Lane &lane)
{
    if (m_stopped)
        return;
    std::optional<QByteArray> request = m_next(lane.number);
    if (!request)
        return;
    lane.waiting = true;
    ++m_waiting;
    lane.sentNs = steadyNs();
    lane.connection->send(std::move(*request));
}

void Producers::handleAnswer(Lane &lane, int status, const QByteArray &body)
{
    lane.waiting = false;
    --m_waiting;
    m_latencies.add(steadyNs() - lane.sentNs);
    const qint64 events = m_count(status, body);
    if (events < 0) {
        m_stopped = true; // the figure has become meaningless
        if (m_refused++ == 0)
            qWarning("refused: %d %s", status, body.left(300).constData());
        return;
    }
    m_acknowledged += events;
    sendNext(lane);
}

} // namespace bench
