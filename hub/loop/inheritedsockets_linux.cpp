// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/inheritedsockets.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hub {

namespace {

constexpr int firstInherited = 3;
constexpr int mostInherited = 64;

int option(int fd, int name)
{
    int value = -1;
    socklen_t size = sizeof value;
    return ::getsockopt(fd, SOL_SOCKET, name, &value, &size) == 0 ? value : -1;
}

bool isListeningTcp(int fd)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return false;
    return (address.ss_family == AF_INET || address.ss_family == AF_INET6)
           && option(fd, SO_TYPE) == SOCK_STREAM && option(fd, SO_ACCEPTCONN) == 1;
}

Error badActivation(const QString &why)
{
    return {QByteArrayLiteral("bad_activation"),
            QStringLiteral("socket activation (listen = \"systemd\"): %1").arg(why)};
}

} // namespace

Result<std::vector<UniqueFd>> takeInheritedSockets()
{
    const bool ours = qgetenv("LISTEN_PID").toLongLong() == ::getpid();
    bool ok = false;
    const int count = qgetenv("LISTEN_FDS").toInt(&ok);
    for (const char *variable : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"})
        qunsetenv(variable);
    if (!ours || !ok || count < 1)
        return badActivation(QStringLiteral("no socket was passed to this process"));
    if (count > mostInherited)
        return badActivation(
            QStringLiteral("the service manager passed more than %1 sockets").arg(mostInherited));
    std::vector<UniqueFd> sockets;
    for (int fd = firstInherited; fd < firstInherited + count; ++fd) {
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
        sockets.emplace_back(fd);
    }
    for (const UniqueFd &socket : sockets)
        if (!isListeningTcp(socket.get()))
            return badActivation(
                QStringLiteral("descriptor %1 is not a listening TCP socket").arg(socket.get()));
    return sockets;
}

} // namespace hub
