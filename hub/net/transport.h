// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// The kind of channel that carries a connection without TLS.
enum class Transport {
    Descriptor, ///< DescriptorChannel: a few hundred bytes per connection. Linux only.
    Socket, ///< SocketChannel: every system.
};

/// The transport of connections without TLS: Descriptor on Linux, Socket on other systems.
extern const Transport defaultTransport;

} // namespace hub
