// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/loopback.h"
#include "tests/bench/hubbench/poller.h"

#include <functional>

namespace bench {

/// One keep-alive connection that sends a request and waits for its answer, again and again.
class HttpConnection final : private Poller::Handler
{
    Q_DISABLE_COPY_MOVE(HttpConnection)

public:
    /// Status 0: the connection broke.
    using Answered = std::function<void(int status, const QByteArray &body)>;

    /// `poller` outlives it.
    HttpConnection(Poller &poller, quint16 port, Answered answered);
    ~HttpConnection();

    void whenAnswered(Answered answered) { m_answered = std::move(answered); }
    /// Only when no answer is due.
    void send(QByteArray request);

private:
    void descriptorReady(std::uint32_t events) override;
    void flush();
    void waitForRoom(bool wait);
    bool read();
    /// Takes one complete answer out of what was read.
    void parse();

    Poller &m_poller;
    hub::UniqueFd m_fd;
    Answered m_answered;
    QByteArray m_out;
    qsizetype m_written = 0;
    QByteArray m_in;
    bool m_waitsForRoom = false;
};

/// Sends one request and waits for its answer; ends the program unless it is answered with
/// `status`.
QByteArray call(Poller &poller, quint16 port, int status, const QByteArray &method,
                const QByteArray &target, const QByteArray &body = {});

} // namespace bench
