// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawclient.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/socket.h>

namespace test {

namespace {

constexpr int patienceMs = 10'000;

void setOption(const QTcpSocket &socket, int option, const void *value, socklen_t size)
{
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, option, value, size);
}

/// Parses status and headers. Returns nullopt when a line violates RFC 9112.
std::optional<RawAnswer> parseHead(const QByteArray &head)
{
    RawAnswer answer;
    const QByteArrayList lines = head.split('\n');
    for (const QByteArray &ended : lines) {
        if (!ended.endsWith('\r'))
            return std::nullopt;
        const QByteArray line = ended.chopped(1);
        if (answer.status == 0) {
            if (!line.startsWith("HTTP/1.1 "))
                return std::nullopt;
            answer.status = line.mid(9, 3).toInt();
            continue;
        }
        const qsizetype colon = line.indexOf(": ");
        if (colon < 0 || answer.headers.contains(line.left(colon).toLower()))
            return std::nullopt;
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 2));
    }
    return answer;
}

} // namespace

QByteArray RawAnswer::code() const
{
    if (headers.value("content-type") != "application/problem+json")
        return {};
    const QJsonObject problem = QJsonDocument::fromJson(body).object();
    if (problem.value(QLatin1String("status")).toInt() != status)
        return {};
    return problem.value(QLatin1String("code")).toString().toUtf8();
}

RawClient::RawClient(quint16 port, int receiveBuffer)
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { take(); });
    if (receiveBuffer > 0) {
        // The descriptor must exist before the option can be set.
        m_socket.bind(QHostAddress(QHostAddress::LocalHost));
        setOption(m_socket, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    }
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!wait([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }))
        qFatal("cannot connect: %s", qPrintable(m_socket.errorString()));
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

bool RawClient::waitUntilSent()
{
    wait([this] { return m_socket.bytesToWrite() == 0 || !isOpen(); });
    return m_socket.bytesToWrite() == 0 && isOpen();
}

std::optional<RawAnswer> RawClient::readAnswer(bool toHead)
{
    if (!waitFor("\r\n\r\n"))
        return std::nullopt;
    const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
    std::optional<RawAnswer> answer = parseHead(m_received.left(headEnd + 1));
    if (!answer)
        return std::nullopt;
    m_received.remove(0, headEnd + 4);
    const qsizetype length = toHead ? 0 : answer->headers.value("content-length").toLongLong();
    if (!wait([&] { return m_received.size() >= length || !isOpen(); })
        || m_received.size() < length)
        return std::nullopt;
    answer->body = m_received.left(length);
    m_received.remove(0, length);
    return answer;
}

bool RawClient::waitFor(const QByteArray &bytes)
{
    wait([&] { return m_received.contains(bytes) || !isOpen(); });
    return m_received.contains(bytes);
}

bool RawClient::waitForClose()
{
    return wait([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
}

void RawClient::stopReading()
{
    m_reading = false;
    m_socket.setReadBufferSize(1);
}

void RawClient::resumeReading()
{
    m_reading = true;
    m_socket.setReadBufferSize(0);
    take();
}

void RawClient::shutdownWrites()
{
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

void RawClient::reset()
{
    const linger now{1, 0};
    setOption(m_socket, SO_LINGER, &now, sizeof now);
    m_socket.abort();
}

bool RawClient::wait(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, patienceMs);
}

void RawClient::take()
{
    if (m_reading)
        m_received += m_socket.readAll();
}

} // namespace test
