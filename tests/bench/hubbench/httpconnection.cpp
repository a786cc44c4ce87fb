// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/httpconnection.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace bench {

HttpConnection::HttpConnection(Poller &poller, quint16 port, Answered answered)
    : m_poller(poller)
    , m_fd(connectTo(port))
    , m_answered(std::move(answered))
{
    m_poller.add(m_fd.get(), EPOLLIN, this);
}

HttpConnection::~HttpConnection()
{
    m_poller.remove(m_fd.get());
}

void HttpConnection::send(QByteArray request)
{
    m_out = std::move(request);
    m_written = 0;
    flush();
}

void HttpConnection::flush()
{
    while (m_written < m_out.size()) {
        const ssize_t sent =
            ::send(m_fd.get(), m_out.constData() + m_written,
                   static_cast<std::size_t>(m_out.size() - m_written), MSG_NOSIGNAL);
        if (sent < 0)
            break;
        m_written += sent;
    }
    waitForRoom(m_written < m_out.size());
}

void HttpConnection::waitForRoom(bool wait)
{
    // Nearly every request is written at once and needs no system call here.
    if (std::exchange(m_waitsForRoom, wait) != wait)
        m_poller.modify(m_fd.get(), wait ? EPOLLIN | EPOLLOUT : EPOLLIN, this);
}

void HttpConnection::descriptorReady(std::uint32_t events)
{
    if ((events & EPOLLOUT) != 0)
        flush();
    if ((events & EPOLLOUT) == events)
        return;
    if (read())
        return parse();
    m_poller.modify(m_fd.get(), 0, this);
    m_answered(0, {});
}

bool HttpConnection::read()
{
    std::array<char, 65'536> buffer;
    const ssize_t count = ::recv(m_fd.get(), buffer.data(), buffer.size(), 0);
    if (count <= 0)
        return count < 0 && errno == EAGAIN;
    m_in.append(buffer.data(), count);
    return true;
}

void HttpConnection::parse()
{
    const qsizetype head = m_in.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    constexpr std::string_view name = "\r\ncontent-length:";
    const char *at = ::strcasestr(m_in.constData(), name.data());
    if (!at || at > m_in.constData() + head)
        qFatal("an answer without a length: %s", m_in.constData());
    const qsizetype length = std::strtoll(at + name.size(), nullptr, 10);
    if (m_in.size() < head + 4 + length)
        return;
    const int status = std::atoi(m_in.constData() + std::string_view("HTTP/1.1 ").size());
    const QByteArray body = m_in.mid(head + 4, length);
    m_in.remove(0, head + 4 + length);
    m_answered(status, body);
}

QByteArray call(Poller &poller, quint16 port, int status, const QByteArray &method,
                const QByteArray &target, const QByteArray &body)
{
    int answered = -1;
    QByteArray content;
    HttpConnection connection(poller, port, [&](int got, const QByteArray &with) {
        answered = got;
        content = with;
    });
    connection.send(httpRequest(method, target, port, body));
    poller.runUntil([&] { return answered >= 0; }, std::chrono::seconds{30});
    if (answered != status)
        qFatal("%s %s: %d %s", method.constData(), target.constData(), answered,
               content.constData());
    return content;
}

} // namespace bench
