// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// FIPS 180-4; 32 bytes, not hexadecimal.
QByteArray sha256(QByteArrayView data);

/// RFC 2104 with SHA-256; 32 bytes. Compare what others sent with equalInConstantTime().
QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);

} // namespace hub
