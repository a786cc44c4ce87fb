// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/http/httpoptions.h"
#include "hub/loop/uniquefd.h"

#include <QAbstractHttpServer>
#include <QHostAddress>

#include <memory>
#include <utility>
#include <vector>

namespace hub {

class Clock;
class LimitNotices;
class Listener;
class Router;
struct HttpContext;
struct Request;

/// The HTTP server of the hub. It listens on any number of addresses and calls the router for each
/// request. Qt's HTTP server owns the connections and calls the handler, through GateSockets. The
/// requests and answers are read and written by HttpConnection, not by Qt. Streams may outlive the
/// server. Hub thread only.
class HttpServer final : public QAbstractHttpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    /// `router` is not owned and outlives this. `clock` is not owned and outlives this and all
    /// streams of this; deadlines are in its time.
    HttpServer(const Router &router, HttpOptions options, const Clock &clock,
               QObject *parent = nullptr);
    ~HttpServer() override;

    /// Sets the receiver of notices about reached limits; not owned, outlives this. Without it
    /// limits are applied without a notice.
    void setNotices(LimitNotices &notices);

    /// Listens on one more address and returns the port. With port 0 the system chooses one.
    /// Errors: `port_in_use`, which names the other program if possible, and `cannot_listen`.
    Result<quint16> listen(const QHostAddress &address, quint16 port);

    /// Accepts connections from a listening socket that another process opened. Returns its address
    /// and port, or the error `cannot_listen`.
    Result<std::pair<QHostAddress, quint16>> adopt(UniqueFd listening);

    /// Applies new options, also to open connections. The transport does not change. The
    /// certificate, the header limit and the socket options apply to new connections only.
    void configure(HttpOptions options);

    /// Stops accepting connections. Each open connection closes after its next answer.
    void stopListening();

    /// Closes idle connections at once, and busy ones after the answer to their current request. A
    /// new connection may still send its first request within 1 s. Streams stay open: their owners
    /// close them.
    void finishConnections();

    /// Ends the waits of connections whose time is up. The event loop does this by itself while the
    /// clock runs. A test does it after it has moved the clock.
    void checkDeadlines();

    /// Returns the number of connections, including streams and connections that are being closed.
    int connectionCount() const;

    /// Returns the number of streams. A stream counts until its connection has ended.
    int openStreams() const;

protected:
    // The only code that depends on the version of Qt. Qt's request is always the same, see
    // GateSocket: HttpContext::releasing has the real one. Qt may drop its responder before the
    // answer, because Qt gets no further bytes until then.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &, QHttpServerResponder &) override
    {
        return handle();
    }
#else
    bool handleRequest(const QHttpServerRequest &, QTcpSocket *) override
    {
        return handle();
    }
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override { }
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) override { }
#else
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }
#endif

private:
    bool handle();
    void noticeProxy(const Request &request);
    std::unique_ptr<Listener> makeListener();
    void take(std::unique_ptr<Listener> listener);

    const Router &m_router;
    std::shared_ptr<HttpContext> m_context;
    std::vector<Listener *> m_listeners; ///< Children of this.
};

} // namespace hub
