// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace ui {

/// Returns the key in a Standard Webhooks secret: `whsec_` and base64, or the base64 alone. Nullopt
/// for anything else, such as a public key.
std::optional<QByteArray> signingKey(const QByteArray &secret);

/// Returns the Standard Webhooks headers for `body`: id, timestamp in seconds since 1970 UTC, and
/// the HMAC-SHA256 of id, timestamp and body.
QList<std::pair<QByteArray, QByteArray>> signedHeaders(const QByteArray &key, const QByteArray &id,
                                                       qint64 seconds, const QByteArray &body);

} // namespace ui
