// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/http/request.h"
#include "hub/source/source.h"

namespace hub {

/// The request as it is kept: exact body, headers as lines with credentials replaced by
/// `[redacted]`.
Delivery deliveryOf(const Request &request, const QByteArray &source, qint64 nowMs);

/// A delivery with what its source makes of it. When the source rejects it, the error is set, and
/// the write only keeps it.
std::pair<Deliver, Error> mapDelivery(const Source &source, Delivery delivery,
                                      const QList<std::pair<QByteArray, QByteArray>> &headers);

/// The resource of `GET /deliveries`: everything but headers and body.
QByteArray toJson(const Delivery &delivery, const QByteArray &epoch);
/// With headers, and the body as `body_base64` and, where it is UTF-8 text, `body`.
QByteArray toFullJson(const Delivery &delivery, const QByteArray &epoch);
/// The answer to the sender.
QByteArray outcomeJson(const Delivery &delivery, const QByteArray &epoch);

/// The header lines of a kept delivery as pairs again, for its replay.
QList<std::pair<QByteArray, QByteArray>> headersOf(const Delivery &delivery);

} // namespace hub
