// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/http/request.h"
#include "hub/service/webhooksource.h"

namespace hub {

/// The request as it is kept: exact body, headers as lines with credentials replaced by
/// `[redacted]`.
Delivery deliveryOf(const Request &request, const QByteArray &source, qint64 nowMs);

/// A delivery with what its source makes of it. When the source refuses (`bad_signature`) or
/// rejects it, the error is set, and the write only keeps it. `plain` is the body without its
/// content coding, or why there is none; signatures are of the body as it came.
std::pair<Deliver, Error> takeDelivery(const WebhookSource &source, Delivery delivery,
                                       const Inbound &inbound, const Result<QByteArray> &plain);

/// What is kept of a delivery whose body of `bytes` (as far as is known) is too large.
Deliver tooLargeDelivery(Delivery delivery, qint64 bytes);

/// The same for one that is kept and was verified when it came.
std::pair<Deliver, Error> mapDelivery(const WebhookSource &source, Delivery delivery,
                                      const Inbound &inbound, const Result<QByteArray> &plain);

/// The webhook as its source sees it.
Inbound inboundOf(const Request &request, const Delivery &delivery);
/// Likewise of a kept one: without its query, and without what was secret in its headers.
Inbound inboundOf(const Delivery &kept);

/// The resource of `GET /deliveries`: everything but headers and body.
QByteArray toJson(const Delivery &delivery, const QByteArray &epoch);
/// With headers, and the body as `body_base64` and, where it is UTF-8 text, `body`.
QByteArray toFullJson(const Delivery &delivery, const QByteArray &epoch);
/// The answer to the sender.
QByteArray outcomeJson(const Delivery &delivery, const QByteArray &epoch);

/// What the signature check found when it came, and what it finds now: `GET …/verdict`. `source` is
/// null when it is not configured any more.
QByteArray verdictJson(const Delivery &kept, const WebhookSource *source);

} // namespace hub
