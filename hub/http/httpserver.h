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

class LimitNotices;
class Listener;
class Router;
struct HttpContext;
struct Request;

/// The HTTP side of the hub: takes connections on any number of addresses and calls the router for
/// each request. Qt's server drives it, from behind a GateSocket for each connection. Streams may
/// outlive it.
class HttpServer final : public QAbstractHttpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    /// `router` is not owned and outlives this.
    HttpServer(const Router &router, HttpOptions options, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Who is told that limits are reached; outlives this. Nobody, unless set.
    void setNotices(LimitNotices &notices);

    /// Takes connections at one more address; 0 lets the system choose the port. The port, or an
    /// error: `port_in_use` says by whom as far as that can be told, all else is `cannot_listen`.
    Result<quint16> listen(const QHostAddress &address, quint16 port);

    /// Takes connections from a listening socket that another process opened. Where that is.
    Result<std::pair<QHostAddress, quint16>> adopt(UniqueFd listening);

    /// Takes over all but the transport, also for the connections there are; only what a request
    /// may measure and the certificate hold for new connections alone.
    void configure(HttpOptions options);

    /// Takes no further connections; those there are go on, each until its next answer.
    void stopListening();

    /// Closes the connections that wait for a further request, and the others once the request they
    /// are at, or a first that comes at once, is answered. Streams are their owners' business.
    void finishConnections();

    /// Connections there are, streams and closing ones among them.
    int connectionCount() const;

    /// Streams among them, until their last byte is sent or given up.
    int openStreams() const;

protected:
    // The one place that differs between versions of Qt. The connection is known without their help
    // (HttpContext::releasing), and they may let their responder go: nothing further can be read
    // before the answer.
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
    std::vector<Listener *> m_listeners; ///< Children.
};

} // namespace hub
