// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/deliveryinfo.h"

#include "hub/base/timetext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr qsizetype mostText = 4096; ///< Characters of a name, a path or an id.

QString text(const QJsonObject &object, const char *name, qsizetype most = mostText)
{
    return object.value(QLatin1String(name)).toString().left(most);
}

DeliveryVerdict verdictOf(const QString &word)
{
    constexpr std::array words{"accepted", "rejected", "refused"};
    const auto *const at = std::find_if(words.begin(), words.end(), [&word](const char *one) {
        return word == QLatin1String(one);
    });
    return static_cast<DeliveryVerdict>(at - words.begin());
}

DeliveryEffect effectOf(const QString &word)
{
    constexpr std::array words{"none", "applied", "duplicate", "unmatched", "ignored"};
    const auto *const at = std::find_if(words.begin(), words.end(), [&word](const char *one) {
        return word == QLatin1String(one);
    });
    return static_cast<DeliveryEffect>(at - words.begin());
}

} // namespace

DeliveryInfo deliveryOf(const QJsonObject &object)
{
    DeliveryInfo info;
    info.id = std::max<qint64>(object.value(QLatin1String("id")).toInteger(), 0);
    info.source = text(object, "source");
    info.receivedMs = hub::parseTime(text(object, "received_at").toUtf8()).value_or(0);
    info.method = text(object, "method").toUtf8();
    info.path = text(object, "path");
    info.size = std::max<qint64>(object.value(QLatin1String("size")).toInteger(), 0);
    info.bodyKept = object.value(QLatin1String("body_kept")).toBool(true);
    info.verdict = verdictOf(text(object, "verdict"));
    info.reason = text(object, "reason", mostReason);
    const QString effect = text(object, "effect");
    const qsizetype colon = effect.indexOf(QLatin1Char(':'));
    info.effect = effectOf(effect.left(colon < 0 ? effect.size() : colon));
    if (colon > 0 && info.reason.isEmpty())
        info.reason = effect.mid(colon + 1).trimmed(); // `ignored: late`
    info.jobId = text(object, "job_id").toUtf8();
    info.externalId = text(object, "external_id");
    info.eventId = text(object, "event_id").toUtf8();
    info.replayOf = std::max<qint64>(object.value(QLatin1String("replay_of")).toInteger(), 0);
    return info;
}

FullDelivery fullDeliveryOf(const QJsonObject &object)
{
    FullDelivery full;
    full.info = deliveryOf(object);
    const QJsonArray headers = object.value(QLatin1String("headers")).toArray();
    for (const QJsonValue &value : headers) {
        if (full.headers.size() == mostHeaders)
            break;
        const QJsonArray pair = value.toArray();
        full.headers.emplace_back(pair.at(0).toString().toUtf8(), pair.at(1).toString().toUtf8());
    }
    full.body =
        QByteArray::fromBase64(object.value(QLatin1String("body_base64")).toString().toLatin1());
    return full;
}

QList<DeliveryInfo> deliveriesOf(const QJsonObject &answer)
{
    QList<DeliveryInfo> all;
    const QJsonArray array = answer.value(QLatin1String("deliveries")).toArray();
    all.reserve(array.size());
    for (const QJsonValue &value : array) {
        const DeliveryInfo info = deliveryOf(value.toObject());
        if (info.id > 0)
            all.append(info);
    }
    return all;
}

int answeredStatus(const DeliveryInfo &delivery)
{
    if (delivery.replayOf != 0)
        return 0;
    switch (delivery.verdict) {
    case DeliveryVerdict::Accepted: return 200;
    case DeliveryVerdict::Refused: return 401;
    case DeliveryVerdict::Rejected: return delivery.bodyKept ? 400 : 413;
    case DeliveryVerdict::Unknown: break;
    }
    return 0;
}

} // namespace ui
