// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/http/request.h"
#include "hub/service/webhooksource.h"

namespace hub {

/// Returns the request as it is stored: the exact body, and the headers as lines. Credentials are
/// replaced by `[redacted]`; signatures are kept.
Delivery deliveryOf(const Request &request, const QByteArray &source, qint64 nowMs);

/// Verifies and maps a new delivery; returns the write that stores it. When the signature is wrong
/// (`bad_signature`) or the mapping fails, also returns the error; the write then stores the
/// delivery without job changes. `plain` is the body without its content coding, or the error of
/// decoding. The signature is checked over the body as received.
std::pair<Deliver, Error> takeDelivery(const WebhookSource &source, Delivery delivery,
                                       const Inbound &inbound, const Result<QByteArray> &plain);

/// Returns the write that stores a delivery without its body, which is too large. `bytes` is the
/// length of the body as far as known.
Deliver tooLargeDelivery(Delivery delivery, qint64 bytes);

/// Maps a delivery without a check of its signature: for a replay, and for a source without
/// secrets. Returns the same as takeDelivery().
std::pair<Deliver, Error> mapDelivery(const WebhookSource &source, Delivery delivery,
                                      const Inbound &inbound, const Result<QByteArray> &plain);

/// Returns the webhook in the form that verifiers and mappings read.
Inbound inboundOf(const Request &request, const Delivery &delivery);
/// Returns a stored delivery in that form: without its query, and with redacted headers.
Inbound inboundOf(const Delivery &kept);

/// Returns the JSON of a delivery as in `GET /api/v1/deliveries`: without headers and body.
QByteArray toJson(const Delivery &delivery, const QByteArray &epoch);
/// Returns the JSON of a delivery with headers and `body_base64`. The member `body` is the text of
/// a UTF-8 body, otherwise null.
QByteArray toFullJson(const Delivery &delivery, const QByteArray &epoch);
/// Returns the JSON body of the answer to the sender.
QByteArray outcomeJson(const Delivery &delivery, const QByteArray &epoch);

/// Returns the JSON of `GET /api/v1/deliveries/{id}/verdict`: the result of the signature check at
/// receipt, and of a check with the current secrets. `source` is null when it is no longer
/// configured.
QByteArray verdictJson(const Delivery &kept, const WebhookSource *source);

} // namespace hub
