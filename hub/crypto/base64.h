// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// RFC 4648 so strictly that no two texts mean the same bytes: no white space, no foreign
/// character, no missing or surplus padding, no bits left over that are not zero.

/// Section 4, with padding.
std::optional<QByteArray> decodeBase64(QByteArrayView text);
QByteArray encodeBase64(QByteArrayView data);

/// Section 5, without padding, as in RFC 7515.
std::optional<QByteArray> decodeBase64Url(QByteArrayView text);
QByteArray encodeBase64Url(QByteArrayView data);

} // namespace hub
