// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/httpserver.h"
#include "hub/http/router.h"
#include "tests/support/manualclock.h"
#include "tests/support/rawclient.h"

#include <QHostAddress>
#include <QTest>

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace test {

/// A GET request. `more` is further header fields, each with its line end.
inline QByteArray get(const QByteArray &target, const QByteArray &more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

/// A stream of a TestServer, and the callbacks that its owner received.
class TestStream final : public hub::StreamSink::Owner
{
public:
    explicit TestStream(std::unique_ptr<hub::StreamSink> opened) : sink(std::move(opened))
    {
        if (sink)
            sink->setOwner(this);
    }

    void write(const QByteArray &bytes)
    {
        m_inCall = true;
        sink->write({&bytes, 1});
        m_inCall = false;
    }
    void sinkDrained() override
    {
        calledBackInside |= m_inCall;
        ++drained;
    }
    void sinkClosed() override
    {
        calledBackInside |= m_inCall;
        ++closed;
        sink.reset(); // StreamSink permits destruction in this callback
    }

    std::unique_ptr<hub::StreamSink> sink;
    int drained = 0;
    int closed = 0;
    bool calledBackInside = false;

private:
    bool m_inCall = false;
};

/// The HTTP server with a few trivial routes. Its clock moves only by passTime().
class TestServer
{
public:
    explicit TestServer(hub::HttpOptions options = {})
        : m_server(std::make_unique<hub::HttpServer>(addedRoutes(), std::move(options), clock))
    {
        const hub::Result<quint16> listening =
            m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
        port = listening.value();
    }

    hub::HttpServer &server() { return *m_server; }
    void destroy() { m_server.reset(); }

    /// Moves the clock of the server, and ends the waits whose time is up.
    void passTime(std::chrono::milliseconds time)
    {
        clock.advance(time.count());
        m_server->checkDeadlines();
    }

    /// Waits until the server has closed the connection of `client`.
    bool closes(RawClient &client)
    {
        const bool ended = QTest::qWaitFor(
            [&] {
#ifdef HELIOGRAPH_PORTABLE // which closes a connection up to 200 ms after its last byte
                passTime(std::chrono::milliseconds(20));
#endif
                return !client.isOpen();
            },
            10'000);
        return ended && client.waitForClose();
    }

    ManualClock clock; ///< Outlives the server and its streams. See passTime().
    quint16 port = 0;
    std::map<QByteArray, hub::Reply>
        late; ///< Open replies of `/late/{name}`; the test answers them.
    std::vector<std::unique_ptr<TestStream>> streams; ///< Streams opened by `/stream`.
    std::vector<hub::Request> requests; ///< Requests that reached a handler.

private:
    const hub::Router &addedRoutes()
    {
        using hub::Reply, hub::Request, hub::Response;
        const auto add = [this](const char *method, const char *path, auto handle) {
            m_router.add(method, path, [this, handle](const Request &request, Reply reply) {
                requests.push_back(request);
                handle(request, std::move(reply));
            });
        };
        add("GET", "/hello", [](const Request &, Reply reply) {
            reply.send(Response::text(200, "text/plain", "hello"));
        });
        add("POST", "/echo", [](const Request &request, Reply reply) {
            reply.send(Response::text(200, "application/octet-stream", request.body));
        });
        m_router.add(
            "POST", "/api/v1/events:batch",
            [](const Request &request, Reply reply) {
                reply.send(
                    Response::text(200, "text/plain", QByteArray::number(request.body.size())));
            },
            hub::Access::Admin, hub::BodyKind::Batch);
        add("GET", "/large", [](const Request &, Reply reply) {
            reply.send(Response::text(200, "text/plain", QByteArray(4 * 1024 * 1024, 'l')));
        });
        add("GET", "/dropped", [](const Request &, Reply) {});
        add("GET", "/late/{name}", [this](const Request &request, Reply reply) {
            late.insert_or_assign(request.parameters.front(), std::move(reply));
        });
        add("GET", "/stream", [this](const Request &, Reply reply) {
            streams.push_back(std::make_unique<TestStream>(reply.stream({{"X-Extra", "1"}})));
        });
        add("GET", "/latestream", [this](const Request &, Reply reply) {
            late.insert_or_assign("stream", std::move(reply));
        });
        return m_router;
    }

    hub::Router m_router;
    std::unique_ptr<hub::HttpServer> m_server;
};

} // namespace test
