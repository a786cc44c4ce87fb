// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/deliveries.h"

#include "hub/http/answers.h"
#include "hub/wire/jsonwriter.h"

#include <QJsonDocument>
#include <QStringDecoder>

namespace hub {

namespace {

bool isSecret(const QByteArray &name)
{
    return name == "authorization" || name == "proxy-authorization" || name == "cookie"
           || name.contains("token") || name.contains("secret") || name.contains("api-key");
}

void writeSummary(JsonWriter &json, const Delivery &delivery, const QByteArray &epoch)
{
    json.key("id").number(delivery.id);
    json.key("source").string(delivery.source);
    json.key("received_at").time(delivery.receivedMs);
    json.key("method").string(delivery.method);
    json.key("path").string(delivery.path);
    json.key("size").number(delivery.size);
    json.key("verdict").string(delivery.verdict);
    json.key("reason").string(delivery.reason);
    json.key("effect").string(delivery.effect);
    json.key("job_id").string(delivery.jobId);
    json.key("external_id").string(delivery.externalId);
    json.key("event_id");
    if (delivery.event.isNull())
        json.null();
    else
        json.string(wireId(epoch, delivery.event));
    json.key("replay_of");
    if (delivery.replayOf == 0)
        json.null();
    else
        json.number(delivery.replayOf);
}

} // namespace

Delivery deliveryOf(const Request &request, const QByteArray &source, qint64 nowMs)
{
    Delivery delivery;
    delivery.source = source;
    delivery.receivedMs = nowMs;
    delivery.method = request.method;
    delivery.path = request.path;
    for (const auto &[name, value] : request.headers)
        delivery.headers +=
            name + ": " + (isSecret(name) ? QByteArrayLiteral("[redacted]") : value) + '\n';
    delivery.body = request.body;
    delivery.size = request.body.size();
    return delivery;
}

std::pair<Deliver, Error> mapDelivery(const Source &source, Delivery delivery,
                                      const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    Result<Mapped> mapped =
        source.map({delivery.source, headers, delivery.body, delivery.receivedMs});
    Deliver deliver;
    deliver.delivery = std::move(delivery);
    if (!mapped) {
        deliver.delivery.verdict = "rejected";
        deliver.delivery.reason = mapped.error().message.toUtf8();
        return {std::move(deliver), mapped.error()};
    }
    deliver.delivery.verdict = "accepted";
    deliver.delivery.externalId = mapped->externalId;
    deliver.delivery.dedupKey = deliver.delivery.replayOf == 0 ? mapped->dedupKey : QByteArray();
    deliver.changes = std::move(mapped->changes);
    deliver.createsJobs = mapped->createsJobs;
    return {std::move(deliver), {}};
}

QByteArray toJson(const Delivery &delivery, const QByteArray &epoch)
{
    JsonWriter json;
    json.beginObject();
    writeSummary(json, delivery, epoch);
    json.endObject();
    return json.take();
}

QByteArray toFullJson(const Delivery &delivery, const QByteArray &epoch)
{
    JsonWriter json;
    json.beginObject();
    writeSummary(json, delivery, epoch);
    json.key("headers").beginArray();
    for (const auto &[name, value] : headersOf(delivery))
        json.beginArray().string(name).string(value).endArray();
    json.endArray();
    json.key("body_base64").string(delivery.body.toBase64());
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(delivery.body);
    json.key("body");
    if (decoder.hasError())
        json.null();
    else
        json.string(text);
    json.endObject();
    return json.take();
}

QByteArray outcomeJson(const Delivery &delivery, const QByteArray &epoch)
{
    JsonWriter json;
    json.beginObject();
    json.key("delivery_id").number(delivery.id);
    json.key("matched").boolean(!delivery.jobId.isEmpty());
    json.key("duplicate").boolean(delivery.effect == "duplicate");
    json.key("effect").string(delivery.effect);
    json.key("job_id").string(delivery.jobId);
    json.key("event_id");
    if (delivery.event.isNull())
        json.null();
    else
        json.string(wireId(epoch, delivery.event));
    json.endObject();
    return json.take();
}

QList<std::pair<QByteArray, QByteArray>> headersOf(const Delivery &delivery)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const QByteArray &line : delivery.headers.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0)
            headers.emplace_back(line.left(colon), line.mid(colon + 2));
    }
    return headers;
}

} // namespace hub
