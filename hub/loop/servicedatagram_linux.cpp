// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/servicedatagram.h"

#include "hub/base/log.h"
#include "hub/loop/uniquefd.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

namespace hub {

void sendToServiceManager(const QByteArray &address, const QByteArray &state)
{
    sockaddr_un to{};
    const bool known = address.startsWith('/') || address.startsWith('@');
    if (!known || address.size() >= static_cast<qsizetype>(sizeof to.sun_path))
        return;
    to.sun_family = AF_UNIX;
    std::memcpy(to.sun_path, address.constData(), static_cast<std::size_t>(address.size()));
    if (address.startsWith('@'))
        to.sun_path[0] = '\0'; // marks an abstract name
    const UniqueFd socket(::socket(AF_UNIX, SOCK_DGRAM, 0));
    const auto size = offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(address.size());
    const ssize_t sent = ::sendto(
        socket.get(), state.constData(), static_cast<std::size_t>(state.size()), MSG_DONTWAIT,
        reinterpret_cast<const sockaddr *>(&to), static_cast<socklen_t>(size));
    if (sent < 0)
        qCWarning(lcHub, "cannot notify the service manager: %s", std::strerror(errno));
}

} // namespace hub
