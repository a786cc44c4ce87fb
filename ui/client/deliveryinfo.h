// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <utility>

namespace ui {

/// The decision of the hub about a webhook. Unknown = a newer hub has another word.
enum class DeliveryVerdict { Accepted, Rejected, Refused, Unknown };

/// The effect of a webhook on jobs. Unknown = a newer hub has another word.
enum class DeliveryEffect { None, Applied, Duplicate, Unmatched, Ignored, Unknown };

/// One received webhook, as `GET /api/v1/deliveries` and the `hub.delivery` events describe it.
struct DeliveryInfo
{
    qint64 id = 0; ///< Greater than 0. A later webhook has a higher id.
    QString source;
    qint64 receivedMs = 0; ///< Milliseconds since 1970 UTC.
    QByteArray method;
    QString path; ///< Without the query.
    qint64 size = 0; ///< Bytes of the body as received, stored or not.
    bool bodyKept = true; ///< False for a body that was too large.
    DeliveryVerdict verdict = DeliveryVerdict::Unknown;
    DeliveryEffect effect = DeliveryEffect::Unknown;
    QString reason; ///< Why it was refused, rejected or ignored; at most mostReason characters.
    QByteArray jobId;
    QString externalId;
    QByteArray eventId; ///< Wire id of its last event; empty = none.
    qint64 replayOf = 0; ///< Id of the delivery that this one repeats; 0 = none.
};

/// A webhook with its headers and its body.
struct FullDelivery
{
    DeliveryInfo info;
    /// In the order in which they were received. The values of secrets are `[redacted]`.
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< The exact bytes; empty when they were not kept.
};

constexpr qsizetype mostReason = 4096;
constexpr qsizetype mostHeaders = 1000;

/// Reads one entry of the list or the data of a `hub.delivery` event. The id is 0 when the object
/// is no delivery. Ignores members of unknown types.
DeliveryInfo deliveryOf(const QJsonObject &object);
/// Reads the answer of `GET /api/v1/deliveries/{id}`. Reads at most mostHeaders headers.
FullDelivery fullDeliveryOf(const QJsonObject &object);
/// Reads the answer of `GET /api/v1/deliveries`. Leaves out entries that are no deliveries.
QList<DeliveryInfo> deliveriesOf(const QJsonObject &answer);

/// Returns the HTTP status with which the hub answered the sender: 200, 401, 413, or 400 for a
/// webhook that its source cannot read. The hub does not tell whether the last was 400, 413 or 415.
/// 0 for a replay, which has no sender, and for a verdict that is not known.
int answeredStatus(const DeliveryInfo &delivery);

} // namespace ui

Q_DECLARE_METATYPE(ui::DeliveryInfo)
