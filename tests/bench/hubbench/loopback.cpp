// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/loopback.h"

#include <QtEndian>
#include <QtGlobal>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

namespace {

sockaddr_in addressOf(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(port);
    address.sin_addr.s_addr = qToBigEndian(quint32{INADDR_LOOPBACK});
    return address;
}

/// Connects and blocks meanwhile. Returns an empty descriptor when the connection fails.
hub::UniqueFd tryToConnect(quint16 port)
{
    hub::UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = addressOf(port);
    if (!fd
        || ::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return hub::UniqueFd();
    return fd;
}

} // namespace

hub::UniqueFd connectTo(quint16 port)
{
    hub::UniqueFd fd = tryToConnect(port);
    if (!fd)
        qFatal("cannot connect to port %d: %s", port, std::strerror(errno));
    const int on = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(fd.get(), F_SETFL, O_NONBLOCK);
    return fd;
}

quint16 freePort()
{
    // The port is below the kernel's range of client ports. Otherwise a client could get this very
    // port while no server listens, and connect to itself.
    static int next = 20'000 + ::getpid() % 10'000;
    for (;; ++next) {
        const hub::UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const sockaddr_in address = addressOf(static_cast<quint16>(next));
        if (::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
            return static_cast<quint16>(next++);
        if (next > 32'000)
            qFatal("no free port: %s", std::strerror(errno));
    }
}

bool answersReady(quint16 port)
{
    const hub::UniqueFd fd = tryToConnect(port);
    if (!fd)
        return false;
    const timeval limit{10, 0};
    ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    const QByteArray request = httpRequest("GET", "/readyz", port);
    std::array<char, 512> answer;
    if (::send(fd.get(), request.constData(), static_cast<std::size_t>(request.size()),
               MSG_NOSIGNAL)
        != request.size())
        return false;
    const ssize_t count = ::recv(fd.get(), answer.data(), answer.size(), 0);
    return count > 0
           && std::string_view(answer.data(), static_cast<std::size_t>(count))
                  .starts_with("HTTP/1.1 200");
}

QByteArray httpRequest(const QByteArray &method, const QByteArray &target, quint16 port,
                       const QByteArray &body, const QByteArray &headers)
{
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:"
                         + QByteArray::number(port) + "\r\n" + headers;
    if (method == "POST")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return request + "\r\n" + body;
}

} // namespace bench
