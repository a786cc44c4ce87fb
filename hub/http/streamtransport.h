// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace hub {

/// What carries a stream after its head.
enum class StreamTransport {
    Descriptor, ///< The bare descriptor in the epoll set: a few hundred bytes each. Linux, plain
                ///< TCP.
    Socket, ///< The QTcpSocket itself: everywhere.
};

#ifdef Q_OS_LINUX
inline constexpr StreamTransport defaultStreamTransport = StreamTransport::Descriptor;
#else
inline constexpr StreamTransport defaultStreamTransport = StreamTransport::Socket;
#endif

} // namespace hub
