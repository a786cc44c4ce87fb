// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace hub {
class Clock;
class Hub;
class HttpServer;
} // namespace hub

namespace app {

/// Ends the connections of a hub in order: first its streams, then the others. Hub thread only.
class Shutdown : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Shutdown)

public:
    /// `clock` is not owned and outlives this.
    explicit Shutdown(const hub::Clock &clock);

    /// Returns the most time from begin() to finished().
    static std::chrono::milliseconds longest(std::chrono::milliseconds drain);

    /// Stops listening, and closes the streams spread over the time `drain`. Then closes each
    /// connection after the answer to its current request, and emits finished(). `hub` and `server`
    /// are not owned and must exist until finished() or cancel(). Call it when not isActive().
    void begin(hub::Hub &hub, hub::HttpServer &server, std::chrono::milliseconds drain);
    /// Does nothing more. finished() is not emitted.
    void cancel() { m_poll.stop(); }
    bool isActive() const { return m_poll.isActive(); }

signals:
    /// All connections are closed, or the time for them is over.
    void finished();

private:
    void check();
    bool isLate() const;
    void setDeadline(std::chrono::milliseconds wait);

    const hub::Clock &m_clock;
    hub::Hub *m_hub = nullptr;
    hub::HttpServer *m_server = nullptr;
    QTimer m_poll;
    /// End of the drain, then of the wait for connections; steady time.
    std::chrono::milliseconds m_deadline{0};
    bool m_drained = false;
};

} // namespace app
