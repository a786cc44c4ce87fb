// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace hub {

/// The kind of channel that carries a connection without TLS.
enum class Transport {
    Descriptor, ///< DescriptorChannel: a few hundred bytes per connection. Linux only.
    Socket, ///< SocketChannel: every system.
};

#ifdef Q_OS_LINUX
inline constexpr Transport defaultTransport = Transport::Descriptor;
#else
inline constexpr Transport defaultTransport = Transport::Socket;
#endif

} // namespace hub
