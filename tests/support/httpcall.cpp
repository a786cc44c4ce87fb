// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"

#include "hub/json/jsondocument.h"

#include <QTcpSocket>
#include <QTest>

namespace test {

namespace {

QByteArray requestBytes(const QUrl &hub, const QByteArray &method, const QByteArray &path,
                        const QByteArray &body, const HttpHeaders &headers)
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: " + hub.authority().toUtf8()
                       + "\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

HttpAnswer parse(const QByteArray &bytes)
{
    HttpAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || !bytes.startsWith("HTTP/1.1 "))
        return answer;
    answer.status = bytes.mid(9, 3).toInt();
    for (const QByteArray &line : bytes.first(end).split('\n').mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    answer.body = bytes.mid(end + 4);
    return answer;
}

} // namespace

QJsonObject HttpAnswer::json() const
{
    return hub::parseJson(body).object();
}

QByteArray HttpAnswer::code() const
{
    return json().value(QLatin1String("code")).toString().toUtf8();
}

HttpAnswer httpCall(const QUrl &hub, const QByteArray &method, const QByteArray &path,
                    const QByteArray &body, const HttpHeaders &headers)
{
    QTcpSocket socket;
    socket.connectToHost(hub.host(), static_cast<quint16>(hub.port()));
    socket.write(requestBytes(hub, method, path, body, headers));
    const bool closed = QTest::qWaitFor(
        [&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20'000);
    return closed ? parse(socket.readAll()) : HttpAnswer();
}

} // namespace test
