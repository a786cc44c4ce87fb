// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// Returns the SHA-256 digest (FIPS 180-4) as 32 raw bytes.
QByteArray sha256(QByteArrayView data);

/// Returns the HMAC-SHA256 (RFC 2104) as 32 raw bytes. Compare it with a received MAC by
/// equalInConstantTime().
QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);

} // namespace hub
