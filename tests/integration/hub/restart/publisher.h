// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>

namespace restart {

/// Publishes one event after another until stopped, each on a new connection, on a thread of its
/// own. An event without an answer is sent again under the same idempotency key.
class Publisher
{
public:
    explicit Publisher(quint16 port);
    /// Stops without waiting for an open answer.
    ~Publisher();

    /// Finishes the current event, then stops.
    void stop();

    // Valid after stop():
    qint64 published() const { return m_published; }
    QByteArray lastEventId() const { return m_lastId; }
    int refused() const { return m_refused; } ///< Refused connections.
    QByteArray lastError() const
    {
        return m_error;
    } ///< The first answer that was neither 202 nor
      ///< 503.

private:
    void run();
    bool publishOnce(qint64 number);
    QByteArray exchange(const QByteArray &request);

    const quint16 m_port;
    std::atomic<bool> m_stopped = false;
    std::atomic<bool> m_abandoned = false; ///< Also gives up the current event.
    qint64 m_published = 0;
    int m_refused = 0;
    QByteArray m_lastId;
    QByteArray m_error;
    std::thread m_thread;
};

} // namespace restart
