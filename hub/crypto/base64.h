// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

// Base64 by RFC 4648. The decoders are strict, so that no two texts decode to the same bytes. They
// return nullopt for white space, characters outside the alphabet, padding other than the form has,
// and unused bits that are not zero.

/// The standard alphabet (RFC 4648 section 4), with padding.
std::optional<QByteArray> decodeBase64(QByteArrayView text);

/// The URL-safe alphabet (RFC 4648 section 5) without padding, as in RFC 7515.
std::optional<QByteArray> decodeBase64Url(QByteArrayView text);
QByteArray encodeBase64Url(QByteArrayView data);

} // namespace hub
