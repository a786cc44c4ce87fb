// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/httpconnection.h"
#include "tests/bench/hubbench/latencies.h"

#include <memory>
#include <optional>
#include <vector>

namespace bench {

/// Keep-alive connections that each always have one request outstanding. Together they publish as
/// fast as the server acknowledges.
class Producers
{
    Q_DISABLE_COPY_MOVE(Producers)

public:
    /// The next request of connection `lane` (from 0); nullopt when there is none to send now.
    using Next = std::function<std::optional<QByteArray>(int lane)>;
    /// The number of events that an answer acknowledges; negative = the answer is wrong.
    using Count = std::function<qint64(int status, const QByteArray &body)>;

    Producers(Poller &poller, quint16 port, int connections, Next next, Count count);

    /// Starts a request on every connection without an outstanding one. May be called repeatedly.
    void start();
    /// Sends no further requests. Outstanding ones are still answered.
    void stop() { m_stopped = true; }
    bool idle() const { return m_waiting == 0; }

    qint64 acknowledged() const { return m_acknowledged; }
    qint64 refused() const { return m_refused; }
    /// The times from a request to its answer.
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
