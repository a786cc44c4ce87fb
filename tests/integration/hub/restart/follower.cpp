// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/hub/restart/follower.h"

namespace restart {

Follower::Follower(quint16 port)
    : m_port(port)
    , m_parser({[this](const hub::SseEvent &event) { take(event); },
                {},
                [this](std::chrono::milliseconds retry) { m_retry.setInterval(retry); },
                {}})
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(1000);
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { connectAgain(); });
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
    QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this] { m_retry.start(); });
    QObject::connect(&m_socket, &QTcpSocket::errorOccurred, &m_socket,
                     [this](QAbstractSocket::SocketError error) {
                         if (error != QAbstractSocket::RemoteHostClosedError)
                             fail(m_socket.errorString().toUtf8());
                     });
    connectAgain();
}

void Follower::connectAgain()
{
    m_inBody = false;
    m_head.clear();
    m_parser.reset();
    m_socket.connectToHost(QHostAddress::LocalHost, m_port);
    m_socket.write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n"
                   + (m_lastId.isEmpty() ? QByteArray() : "Last-Event-ID: " + m_lastId + "\r\n")
                   + "\r\n");
}

void Follower::read()
{
    QByteArray bytes = m_socket.readAll();
    if (!m_inBody) {
        m_head += bytes;
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        if (!m_head.startsWith("HTTP/1.1 200 "))
            fail(m_head.left(m_head.indexOf('\r')));
        m_inBody = true;
        bytes = m_head.sliced(end + 4);
    }
    m_parser.feed(bytes);
}

void Follower::take(const hub::SseEvent &event)
{
    if (event.type == "hub.hello") {
        ++m_starts;
    } else if (event.type == "hub.closing") {
        ++m_closings;
    } else if (event.type == "log") {
        const auto id = hub::Cursor::parse(event.lastEventId);
        if (!id || id->id <= m_last)
            fail("not a later id: " + event.lastEventId);
        else
            m_last = id->id;
        m_lastId = event.lastEventId;
        ++m_events;
    } else if (event.type == "hub.snapshot" && m_starts == 1) {
        m_lastId = event.lastEventId;
    } else {
        fail("unexpected: " + event.type);
    }
}

void Follower::fail(const QByteArray &fault)
{
    if (m_fault.isEmpty())
        m_fault = fault;
}

} // namespace restart
