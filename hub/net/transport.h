// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// The kind of channel that carries a connection without TLS.
enum class Transport {
    Descriptor, ///< DescriptorChannel: a few hundred bytes per connection. Linux only.
    Socket, ///< SocketChannel: every system.
};

/// The best transport of this system. Systems other than Linux carry every connection by Socket.
extern const Transport defaultTransport;

} // namespace hub
