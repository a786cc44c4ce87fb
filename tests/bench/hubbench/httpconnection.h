// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/loopback.h"
#include "tests/bench/hubbench/poller.h"

#include <functional>

namespace bench {

/// A keep-alive connection that sends one request at a time and waits for the answer.
class HttpConnection final : private Poller::Handler
{
    Q_DISABLE_COPY_MOVE(HttpConnection)

public:
    /// Status 0 = the connection broke.
    using Answered = std::function<void(int status, const QByteArray &body)>;

    /// `poller` must outlive this object.
    HttpConnection(Poller &poller, quint16 port, Answered answered);
    ~HttpConnection();

    void whenAnswered(Answered answered) { m_answered = std::move(answered); }
    /// Call it only while no answer is outstanding.
    void send(QByteArray request);

private:
    void descriptorReady(std::uint32_t events) override;
    void flush();
    void waitForRoom(bool wait);
    bool read();
    /// Removes one complete answer from the received bytes and reports it.
    void parse();

    Poller &m_poller;
    hub::UniqueFd m_fd;
    Answered m_answered;
    QByteArray m_out;
    qsizetype m_written = 0;
    QByteArray m_in;
    bool m_waitsForRoom = false;
};

/// Sends one request and returns the body of its answer. Ends the program when the status is not
/// `status`.
QByteArray call(Poller &poller, quint16 port, int status, const QByteArray &method,
                const QByteArray &target, const QByteArray &body = {});

} // namespace bench
