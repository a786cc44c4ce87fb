// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace hub {

/// What carries a connection.
enum class Transport {
    Descriptor, ///< A bare descriptor in the epoll set: a few hundred bytes each. Linux, plain TCP.
    Socket, ///< A QTcpSocket: everywhere.
};

#ifdef Q_OS_LINUX
inline constexpr Transport defaultTransport = Transport::Descriptor;
#else
inline constexpr Transport defaultTransport = Transport::Socket;
#endif

} // namespace hub
