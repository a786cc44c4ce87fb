// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace hub {

/// Sends one datagram to a local socket without blocking: a service manager that does not read must
/// not block the hub. `address` is a path, or `@` and an abstract name (unix(7)); other addresses
/// are ignored. A failure is logged. Does nothing on systems other than Linux.
void sendToServiceManager(const QByteArray &address, const QByteArray &state);

} // namespace hub
