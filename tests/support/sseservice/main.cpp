// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sseservice/session.h"

#include <QCoreApplication>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponse>
#include <QTcpServer>
#include <QTimer>

#include <cstdio>
#include <map>
#include <memory>

using Status = QHttpServerResponse::StatusCode;
using Method = QHttpServerRequest::Method;

namespace {

const QByteArray capabilities =
    R"({"name":"heliograph","capabilities":["bom","comments","headers",)"
    R"("last-event-id","post","read-timeout","report","restart",)"
    R"("server-directed-shutdown-request"]})";

/// Qt 6.8 replaces the setter by QHttpHeaders.
void setHeader(QHttpServerResponse &response, const QByteArray &name, const QByteArray &value)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers = response.headers();
    headers.append(name, value);
    response.setHeaders(std::move(headers));
#else
    response.setHeader(name, value);
#endif
}

/// The open sessions by the number in their location URL.
class Sessions
{
public:
    QHttpServerResponse open(const QByteArray &body)
    {
        const auto parameters = parseStreamParameters(body);
        if (!parameters)
            return {"text/plain", parameters.error().message.toUtf8(), Status::BadRequest};
        m_sessions[++m_last] = std::make_unique<Session>(*parameters);
        QHttpServerResponse response(Status::Created);
        setHeader(response, "Location", "/streams/" + QByteArray::number(m_last));
        return response;
    }

    QHttpServerResponse command(int number, const QByteArray &body)
    {
        const auto it = m_sessions.find(number);
        if (it == m_sessions.end())
            return Status::NotFound;
        return it->second->command(body) ? Status::Accepted : Status::BadRequest;
    }

    QHttpServerResponse close(int number)
    {
        return m_sessions.erase(number) > 0 ? Status::NoContent : Status::NotFound;
    }

private:
    std::map<int, std::unique_ptr<Session>> m_sessions;
    int m_last = 0;
};

void addRoutes(QHttpServer &server, Sessions &sessions)
{
    server.route(QStringLiteral("/"), Method::Get,
                 [] { return QHttpServerResponse("application/json", capabilities); });
    server.route(QStringLiteral("/"), Method::Post,
                 [&](const QHttpServerRequest &request) { return sessions.open(request.body()); });
    server.route(QStringLiteral("/"), Method::Delete, [] {
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return QHttpServerResponse(Status::NoContent);
    });
    server.route(QStringLiteral("/streams/<arg>"), Method::Post,
                 [&](int number, const QHttpServerRequest &request) {
                     return sessions.command(number, request.body());
                 });
    server.route(QStringLiteral("/streams/<arg>"), Method::Delete,
                 [&](int number) { return sessions.close(number); });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    bool isPort = false;
    const quint16 port = arguments.value(1).toUShort(&isPort);
    if (arguments.size() != 2 || !isPort) {
        std::fputs("usage: sseservice PORT (0 = any free port; the address is printed)\n", stderr);
        return 1;
    }
    Sessions sessions;
    QHttpServer server;
    addRoutes(server, sessions);
    auto *listener = new QTcpServer(&server);
    if (!listener->listen(QHostAddress::LocalHost, port)) {
        std::fprintf(stderr, "sseservice: port %d: %s\n", port,
                     qPrintable(listener->errorString()));
        return 1;
    }
    server.bind(listener);
    std::printf("http://127.0.0.1:%d\n", listener->serverPort());
    std::fflush(stdout);
    return application.exec();
}
