// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/webhookdelivery.h"

#include "hub/base/errorcode.h"
#include "hub/json/jsonslice.h"

namespace hub {

namespace {

/// Returns the attempt for which the sender was verified at receipt. A replay is limited to the
/// same attempt.
QByteArray signedForOf(const Delivery &delivery)
{
    const auto text = jsonMember(delivery.explanation, "signed_for");
    return text ? jsonValue(*text).toString().toUtf8() : QByteArray();
}

/// Returns whether the webhook could be parsed, but the source does not understand its content.
bool isOfContent(const Error &error)
{
    return error.code == errorcode::badField || error.code == errorcode::unknownWord;
}

/// Returns the reason text that lists the details which the mapping left out.
QByteArray notesOf(const Mapped &mapped)
{
    return mapped.notes.isEmpty() ? QByteArray()
                                  : "left out: " + mapped.notes.join(QStringLiteral("; ")).toUtf8();
}

} // namespace

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
    deliver.delivery.verdict = DeliveryVerdict::Rejected;
    deliver.delivery.reason = "larger than webhook_body_bytes: the body was not stored";
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
    refused.delivery.verdict = DeliveryVerdict::Refused;
    refused.delivery.reason = verdict.reason.toUtf8();
    return {std::move(refused), {errorcode::badSignature, verdict.reason}};
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
        deliver.delivery.verdict = DeliveryVerdict::Accepted;
        deliver.delivery.reason.clear();
        deliver.delivery.effect = {DeliveryEffect::Kind::Ignored, mapped.error().message.toUtf8()};
        return {std::move(deliver), {}};
    }
    if (!mapped) {
        deliver.delivery.verdict = DeliveryVerdict::Rejected;
        deliver.delivery.reason = mapped.error().message.toUtf8();
        return {std::move(deliver), mapped.error()};
    }
    deliver.delivery.verdict = DeliveryVerdict::Accepted;
    deliver.delivery.reason = notesOf(*mapped);
    deliver.delivery.externalId = mapped->externalId;
    deliver.delivery.dedupKey = deliver.delivery.replayOf == 0 ? mapped->dedupKey : DedupKey();
    deliver.changes = std::move(mapped->changes);
    for (JobChange &change : deliver.changes)
        change.signedFor = signedFor;
    deliver.createsJobs = mapped->createsJobs;
    return {std::move(deliver), {}};
}

} // namespace hub
