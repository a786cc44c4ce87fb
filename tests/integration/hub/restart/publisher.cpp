// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/hub/restart/publisher.h"

#include "hub/loop/uniquefd.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace restart {

namespace {

constexpr std::chrono::milliseconds pace{20}; ///< Slow enough for a thousand streams to keep up.
constexpr timeval patience{0, 100'000}; ///< How often it checks whether it was abandoned.

} // namespace

Publisher::Publisher(quint16 port) : m_port(port), m_thread([this] { run(); }) { }

Publisher::~Publisher()
{
    m_abandoned = true;
    stop();
}

void Publisher::stop()
{
    m_stopped = true;
    if (m_thread.joinable())
        m_thread.join();
}

void Publisher::run()
{
    while (!m_stopped && m_error.isEmpty()) {
        while (!m_abandoned && m_error.isEmpty() && !publishOnce(m_published + 1))
            std::this_thread::sleep_for(pace);
        ++m_published;
        std::this_thread::sleep_for(pace);
    }
}

/// Returns true when the hub has accepted the event. Sets m_error when it has refused it for good;
/// otherwise the event must be sent again.
bool Publisher::publishOnce(qint64 number)
{
    const QByteArray body = R"({"type":"log","message":"line"})";
    const QByteArray answer = exchange(
        "POST /api/v1/jobs/restart/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        "Idempotency-Key: "
        + QByteArray::number(number) + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body);
    if (answer.isEmpty() || answer.startsWith("HTTP/1.1 503 "))
        return false;
    if (!answer.startsWith("HTTP/1.1 202 ")) {
        m_error = answer;
        return false;
    }
    const QByteArray json = answer.sliced(answer.indexOf("\r\n\r\n") + 4);
    m_lastId =
        QJsonDocument::fromJson(json).object().value(QLatin1String("event_id")).toString().toUtf8();
    return true;
}

/// Returns an empty text when the connection ended before the whole answer arrived.
QByteArray Publisher::exchange(const QByteArray &request)
{
    const hub::UniqueFd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(m_port);
    ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket.get(), reinterpret_cast<sockaddr *>(&to), sizeof to) != 0) {
        ++m_refused;
        return {};
    }
    if (::send(socket.get(), request.constData(), static_cast<std::size_t>(request.size()),
               MSG_NOSIGNAL)
        != request.size())
        return {};
    QByteArray answer;
    std::array<char, 4096> buffer{};
    ssize_t size = 0;
    do {
        size = ::recv(socket.get(), buffer.data(), buffer.size(), 0);
        answer.append(buffer.data(), std::max<ssize_t>(size, 0));
    } while (size > 0 || (size < 0 && errno == EAGAIN && !m_abandoned));
    return size == 0 && answer.contains("\r\n\r\n") ? answer : QByteArray();
}

} // namespace restart
