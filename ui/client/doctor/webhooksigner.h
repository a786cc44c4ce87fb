// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace ui {

/// The headers that Standard Webhooks sign `body` with: id, time, and HMAC-SHA256 over both and the
/// body. `secret` is `whsec_` and base64, or the key itself.
QList<std::pair<QByteArray, QByteArray>> signedHeaders(const QByteArray &secret,
                                                       const QByteArray &id, qint64 seconds,
                                                       const QByteArray &body);

} // namespace ui
