// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/streamreader.h"

#include "hub/json/jsondocument.h"

#include <QTest>

namespace test {

namespace {
constexpr int patienceMs = 20'000;
}

StreamReader::StreamReader(const QUrl &hub, const QByteArray &path, const HttpHeaders &headers)
    : m_parser({[this](const hub::SseEvent &event) { m_events << event; },
                {},
                {},
                [this](const QByteArray &) { ++m_idOnly; }})
{
    QByteArray request = "GET " + path + " HTTP/1.1\r\nHost: " + hub.authority().toUtf8()
                         + "\r\nAccept: text/event-stream\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
    m_socket.connectToHost(hub.host(), static_cast<quint16>(hub.port()));
    m_socket.write(request + "\r\n");
}

void StreamReader::read()
{
    if (m_paused)
        return;
    QByteArray bytes = m_socket.readAll();
    if (m_status == 0) {
        m_head += bytes;
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        bytes = m_head.mid(end + 4);
        m_head.truncate(end);
        m_status = m_head.mid(9, 3).toInt();
        if (m_head.contains("\r\nContent-Encoding: gzip"))
            m_gunzip.emplace();
    }
    m_received += bytes.size();
    if (m_gunzip)
        bytes = m_gunzip->take(bytes);
    m_body += bytes;
    m_parser.feed(bytes);
}

QJsonObject StreamReader::next(const QByteArray &type)
{
    QJsonObject data;
    const bool found = QTest::qWaitFor(
        [&] {
            while (m_seen < m_events.size()) {
                const hub::SseEvent &event = m_events.at(m_seen++);
                if (event.type != type)
                    continue;
                data = hub::parseJson(event.data).object();
                return true;
            }
            return false;
        },
        patienceMs);
    if (!found)
        qWarning("no event %s within %d ms; received so far: %s", type.constData(), patienceMs,
                 m_body.right(2000).constData());
    return data;
}

bool StreamReader::waitForEvents(qsizetype count)
{
    return QTest::qWaitFor([&] { return m_events.size() >= count; }, patienceMs);
}

bool StreamReader::waitForClose()
{
    return QTest::qWaitFor([&] { return m_socket.state() == QAbstractSocket::UnconnectedState; },
                           patienceMs);
}

bool StreamReader::waitForHead()
{
    return QTest::qWaitFor([&] { return m_status != 0; }, patienceMs);
}

void StreamReader::pause()
{
    m_paused = true;
    m_socket.setReadBufferSize(1024);
}

void StreamReader::resume()
{
    m_paused = false;
    m_socket.setReadBufferSize(0);
    read();
}

QByteArrayList StreamReader::types() const
{
    QByteArrayList types;
    for (const hub::SseEvent &event : m_events)
        if (!event.type.startsWith("hub."))
            types << event.type;
    return types;
}

QByteArrayList StreamReader::ids() const
{
    QByteArrayList ids;
    for (const hub::SseEvent &event : m_events)
        if (!event.type.startsWith("hub."))
            ids << event.lastEventId;
    return ids;
}

} // namespace test
