// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/deliveryjson.h"

#include "hub/json/jsonwriter.h"
#include "hub/service/webhookdelivery.h"

namespace hub {

namespace {

void writeSummary(JsonWriter &json, const Delivery &delivery, const QByteArray &epoch)
{
    json.key("id").number(delivery.id);
    json.key("source").string(delivery.source);
    json.key("received_at").time(delivery.receivedMs);
    json.key("method").string(delivery.method);
    json.key("path").string(delivery.path);
    json.key("size").number(delivery.size);
    json.key("body_kept").boolean(delivery.bodyKept);
    json.key("verdict").string(toString(delivery.verdict));
    json.key("reason").string(delivery.reason);
    json.key("effect").string(toString(delivery.effect));
    json.key("job_id").string(delivery.jobId);
    json.key("external_id").string(delivery.externalId);
    json.key("event_id");
    if (delivery.event.isNull())
        json.null();
    else
        json.string(Cursor{epoch, delivery.event}.toWire());
    json.key("replay_of");
    if (delivery.replayOf == 0)
        json.null();
    else
        json.number(delivery.replayOf);
}

QString noteOn(const WebhookSource *source, bool again)
{
    if (!source)
        return QStringLiteral("the source of this delivery is no longer configured");
    if (!source->verifier)
        return QStringLiteral("the source has no secrets: signatures are not checked");
    return again ? QStringLiteral(
               "\"now\" is a check with the current secrets and the time of receipt")
                 : QStringLiteral("the credential of the sender is a secret and was not stored: "
                                  "only \"then\" is known");
}

} // namespace

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
    json.key("body");
    if (delivery.bodyKept && delivery.body.isValidUtf8())
        json.string(delivery.body);
    else
        json.null();
    json.endObject();
    return json.take();
}

QByteArray outcomeJson(const Delivery &delivery, const QByteArray &epoch)
{
    JsonWriter json;
    json.beginObject();
    json.key("delivery_id").number(delivery.id);
    json.key("matched").boolean(!delivery.jobId.isEmpty());
    json.key("duplicate").boolean(delivery.effect.kind == DeliveryEffect::Kind::Duplicate);
    json.key("effect").string(toString(delivery.effect));
    json.key("job_id").string(delivery.jobId);
    json.key("event_id");
    if (delivery.event.isNull())
        json.null();
    else
        json.string(Cursor{epoch, delivery.event}.toWire());
    json.endObject();
    return json.take();
}

QByteArray verdictJson(const Delivery &kept, const WebhookSource *source)
{
    JsonWriter json;
    json.beginObject();
    json.key("delivery_id").number(kept.id);
    json.key("source").string(kept.source);
    json.key("received_at").time(kept.receivedMs);
    json.key("verdict").string(toString(kept.verdict));
    json.key("reason").string(kept.reason);
    json.key("then").raw(kept.explanation);
    json.key("now");
    const Verifier *verifier = source ? source->verifier.get() : nullptr;
    const bool again = verifier && verifier->isRepeatable();
    if (again)
        json.raw(toJson(explain(*verifier, inboundOf(kept)), VerdictDetail::Full));
    else
        json.null();
    json.key("note").string(noteOn(source, again));
    json.endObject();
    return json.take();
}

} // namespace hub
