// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace ui {

/// The key in a secret as Standard Webhooks and the hub's configuration write it: `whsec_` and
/// base64, or the base64 alone. Nullopt for anything else, as the public key of a sender.
std::optional<QByteArray> signingKey(const QByteArray &secret);

/// The headers that Standard Webhooks sign `body` with: id, time, and HMAC-SHA256 over both and the
/// body.
QList<std::pair<QByteArray, QByteArray>> signedHeaders(const QByteArray &key, const QByteArray &id,
                                                       qint64 seconds, const QByteArray &body);

} // namespace ui
