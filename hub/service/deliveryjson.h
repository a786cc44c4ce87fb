// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/delivery.h"

namespace hub {

struct WebhookSource;

/// Returns the JSON of a delivery as in `GET /api/v1/deliveries`: without headers and body.
QByteArray toJson(const Delivery &delivery, const QByteArray &epoch);
/// Returns the JSON of a delivery with headers and `body_base64`. The member `body` is the text of
/// a UTF-8 body, otherwise null.
QByteArray toFullJson(const Delivery &delivery, const QByteArray &epoch);
/// Returns the JSON that answers the sender of a webhook.
QByteArray outcomeJson(const Delivery &delivery, const QByteArray &epoch);
/// Returns the JSON of `GET /api/v1/deliveries/{id}/verdict`: the result of the signature check at
/// receipt, and of a check with the current secrets. `source` is null when it is no longer
/// configured.
QByteArray verdictJson(const Delivery &kept, const WebhookSource *source);

} // namespace hub
