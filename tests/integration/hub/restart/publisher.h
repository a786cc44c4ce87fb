// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>

namespace restart {

/// Publishes one event after another, on a thread and with a connection for each, until stopped.
/// What got no answer is sent again under its key, as any careful client does.
class Publisher
{
public:
    explicit Publisher(quint16 port);
    /// Waits for no answer.
    ~Publisher();

    /// Finishes the event it is at.
    void stop();

    // Once stopped:
    qint64 published() const { return m_published; }
    QByteArray lastEventId() const { return m_lastId; }
    int refused() const { return m_refused; } ///< Connections.
    QByteArray lastError() const { return m_error; } ///< An answer that is none of 202 and 503.

private:
    void run();
    bool publishOnce(qint64 number);
    QByteArray exchange(const QByteArray &request);

    const quint16 m_port;
    std::atomic<bool> m_stopped = false;
    std::atomic<bool> m_abandoned = false; ///< Also the event it is at.
    qint64 m_published = 0;
    int m_refused = 0;
    QByteArray m_lastId;
    QByteArray m_error;
    std::thread m_thread;
};

} // namespace restart
