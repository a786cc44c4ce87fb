// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/httpconnection.h"
#include "tests/bench/hubbench/latencies.h"

#include <memory>
#include <optional>
#include <vector>

namespace bench {

/// Some keep-alive connections, each with one request on its way all the time: as much as the
/// server acknowledges.
class Producers
{
    Q_DISABLE_COPY_MOVE(Producers)

public:
    /// The next request of connection 0, 1, 2 …, or nothing when there is none to send now.
    using Next = std::function<std::optional<QByteArray>(int lane)>;
    /// How many events an answer acknowledges; negative = it is not what it should be.
    using Count = std::function<qint64(int status, const QByteArray &body)>;

    Producers(Poller &poller, quint16 port, int connections, Next next, Count count);

    /// Lets every connection that has nothing on its way ask for a request; again and again, if
    /// need be.
    void start();
    /// Sends nothing more; what is on its way is still answered.
    void stop() { m_stopped = true; }
    bool idle() const { return m_waiting == 0; }

    qint64 acknowledged() const { return m_acknowledged; }
    qint64 refused() const { return m_refused; }
    /// From the request to its answer.
    Latencies &latencies() { return m_latencies; }

private:
    struct Lane
    {
        int number = 0;
        std::unique_ptr<HttpConnection> connection;
        qint64 sentNs = 0;
        bool waiting = false;
    };

    void sendNext(Lane &lane);
    void handleAnswer(Lane &lane, int status, const QByteArray &body);

    Next m_next;
    Count m_count;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    Latencies m_latencies;
    qint64 m_acknowledged = 0;
    qint64 m_refused = 0;
    int m_waiting = 0;
    bool m_stopped = false;
};

} // namespace bench
