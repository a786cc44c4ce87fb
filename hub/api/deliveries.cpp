// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/deliveries.h"

#include "hub/api/answers.h"
#include "hub/wire/jsonslice.h"
#include "hub/wire/jsonwriter.h"

#include <QJsonDocument>

namespace hub {

namespace {

/// Whether the value of a header is a credential, which is not stored. Signatures are no secrets;
/// they are stored to explain the verdict.
bool isSecret(const QByteArray &name)
{
    if (name.contains("signature"))
        return false;
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
    json.key("body_kept").boolean(delivery.bodyKept);
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

/// Returns the attempt for which the sender was verified at receipt. A replay is limited to the
/// same attempt.
QByteArray signedForOf(const Delivery &delivery)
{
    const auto text = jsonMember(delivery.explanation, "signed_for");
    return text ? jsonValue(*text).toString().toUtf8() : QByteArray();
}

/// Whether the webhook could be parsed, but the source does not understand its content.
bool isOfContent(const Error &error)
{
    return error.code == "bad_field" || error.code == "unknown_word";
}

/// Returns the reason text that lists the details which the mapping left out.
QByteArray notesOf(const Mapped &mapped)
{
    return mapped.notes.isEmpty() ? QByteArray()
                                  : "left out: " + mapped.notes.join(QStringLiteral("; ")).toUtf8();
}

QString noteOn(const WebhookSource *source, bool again)
{
    if (!source)
        return QStringLiteral("its source is not configured any more");
    if (!source->verifier)
        return QStringLiteral("its source has no secrets: everybody may send");
    return again ? QStringLiteral("\"now\" is by the secrets of now, and by the time it came")
                 : QStringLiteral("what the sender showed is a secret and was not kept: only "
                                  "\"then\" is known");
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

Inbound inboundOf(const Request &request, const Delivery &delivery)
{
    Inbound inbound{delivery.source, request.headers, delivery.body, delivery.receivedMs};
    inbound.query = request.query;
    return inbound;
}

Inbound inboundOf(const Delivery &kept)
{
    return {kept.source, headersOf(kept), kept.body, kept.receivedMs};
}

Deliver tooLargeDelivery(Delivery delivery, qint64 bytes)
{
    Deliver deliver;
    deliver.delivery = std::move(delivery);
    deliver.delivery.size = bytes;
    deliver.delivery.bodyKept = false;
    deliver.delivery.verdict = "rejected";
    deliver.delivery.reason = "larger than webhook_body_bytes: its body was not kept";
    return deliver;
}

std::pair<Deliver, Error> takeDelivery(const WebhookSource &source, Delivery delivery,
                                       const Inbound &inbound, const Result<QByteArray> &plain)
{
    if (!source.verifier)
        return mapDelivery(source, std::move(delivery), inbound, plain);
    const Verdict verdict = source.verifier->verify(inbound);
    delivery.explanation = toJson(verdict, VerdictDetail::Stored);
    if (verdict.accepted()) {
        Inbound verified = inbound;
        verified.bodyAloneSigned = verdict.bodyAloneSigned;
        auto taken = mapDelivery(source, std::move(delivery), verified, plain);
        DedupKey &key = taken.first.delivery.dedupKey;
        if (!verdict.signedId.isEmpty())
            key = idDedupKey(inbound, verdict.signedId);
        else if (!verdict.signedFor.isEmpty() && !key.text.isEmpty())
            // Without this prefix a sender that is verified for job A could send the expected body
            // of a webhook for job B. The real webhook would then be a duplicate.
            key.text = idDedupKey(inbound, verdict.signedFor + '\n' + key.text).text;
        return taken;
    }
    Deliver refused;
    refused.delivery = std::move(delivery);
    refused.delivery.verdict = "refused";
    refused.delivery.reason = verdict.reason.toUtf8();
    return {std::move(refused), {"bad_signature", verdict.reason}};
}

std::pair<Deliver, Error> mapDelivery(const WebhookSource &source, Delivery delivery,
                                      const Inbound &inbound, const Result<QByteArray> &plain)
{
    Inbound readable = inbound;
    if (plain)
        readable.body = *plain;
    Result<Mapped> mapped = plain ? source.mapping->map(readable) : plain.error();
    const QByteArray signedFor = signedForOf(delivery);
    Deliver deliver;
    deliver.delivery = std::move(delivery);
    if (!mapped && source.verifier && isOfContent(mapped.error())) {
        // The sender is verified and cannot send anything better. An error would make it repeat the
        // webhook, or stop sending.
        deliver.delivery.verdict = "accepted";
        deliver.delivery.reason.clear();
        deliver.delivery.effect = "ignored: " + mapped.error().message.toUtf8();
        return {std::move(deliver), {}};
    }
    if (!mapped) {
        deliver.delivery.verdict = "rejected";
        deliver.delivery.reason = mapped.error().message.toUtf8();
        return {std::move(deliver), mapped.error()};
    }
    deliver.delivery.verdict = "accepted";
    deliver.delivery.reason = notesOf(*mapped);
    deliver.delivery.externalId = mapped->externalId;
    if (deliver.delivery.replayOf == 0)
        deliver.delivery.dedupKey = mapped->dedupKey;
    deliver.changes = std::move(mapped->changes);
    for (JobChange &change : deliver.changes)
        change.signedFor = signedFor;
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

QByteArray verdictJson(const Delivery &kept, const WebhookSource *source)
{
    JsonWriter json;
    json.beginObject();
    json.key("delivery_id").number(kept.id);
    json.key("source").string(kept.source);
    json.key("received_at").time(kept.receivedMs);
    json.key("verdict").string(kept.verdict);
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
