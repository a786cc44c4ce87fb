// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/deliver.h"
#include "hub/service/webhooksource.h"

namespace hub {

/// Verifies and maps a new delivery; returns the write that stores it. When the signature is wrong
/// (`bad_signature`) or the mapping fails, also returns the error; the write then stores the
/// delivery without job changes. `plain` is the body without its content coding, or the error of
/// decoding. The signature is checked over the body as received.
std::pair<Deliver, Error> takeDelivery(const WebhookSource &source, Delivery delivery,
                                       const Inbound &inbound, const Result<QByteArray> &plain);

/// Maps a delivery without a check of its signature: for a replay, and for a source without
/// secrets. Returns the same as takeDelivery().
std::pair<Deliver, Error> mapDelivery(const WebhookSource &source, Delivery delivery,
                                      const Inbound &inbound, const Result<QByteArray> &plain);

/// Returns the write that stores a delivery without its body, which is too large. `bytes` is the
/// length of the body as far as known.
Deliver tooLargeDelivery(Delivery delivery, qint64 bytes);

/// Returns a stored delivery in the form that verifiers and mappings read: without its query, and
/// with redacted headers.
Inbound inboundOf(const Delivery &kept);

/// Returns the headers of a delivery, in order.
QList<std::pair<QByteArray, QByteArray>> headersOf(const Delivery &delivery);

} // namespace hub
