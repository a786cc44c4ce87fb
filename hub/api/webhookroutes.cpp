// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/api/deliveries.h"
#include "hub/api/guard.h"
#include "hub/auth/authenticator.h"
#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/base/utf8.h"
#include "hub/http/contentcoding.h"

#include <algorithm>
#include <cctype>

namespace hub {

namespace {

Error unknownSource()
{
    return {"unknown_source", QStringLiteral("no source is configured under this name")};
}

QByteArray outcomeOf(const Written &written)
{
    const Delivery &delivery = written.delivery;
    if (!written.full.isEmpty())
        return "full";
    const bool isTaken = delivery.verdict == "accepted";
    return isTaken ? delivery.effect.split(':').front() : delivery.verdict;
}

void countOutcome(Api &api, const Written &written)
{
    api.hub.metrics()
        .counter("hub_webhooks_total", "Webhooks received, by source and outcome.",
                 "source=\"" + written.delivery.source + "\",outcome=\"" + outcomeOf(written) + '"')
        .add();
}

/// Answers the sender after the commit. Success is always 200, because RunPod accepts no other
/// status.
void answer(Api &api, const Result<Written> &written, const Error &rejected, Reply &reply)
{
    // A wrong signature gets 401 even if the delivery could not be stored: a retry would not help.
    if (!written && rejected.code == "bad_signature")
        return reply.send(problemOf(rejected));
    if (!written)
        return reply.send(problemOf(written.error()));
    countOutcome(api, *written);
    const Delivery &delivery = written->delivery;
    if (!written->full.isEmpty())
        return reply.send(fullProblem(api, *written));
    api.hub.announce("hub.delivery", toJson(delivery, api.hub.store().epoch()));
    qCInfo(lcSource).noquote() << QStringLiteral("webhook %1: delivery %2 %3, job %4, %5")
                                      .arg(fromUtf8(delivery.source))
                                      .arg(delivery.id)
                                      .arg(
                                          QString::fromLatin1(delivery.verdict),
                                          fromUtf8(delivery.jobId.isEmpty() ? "-" : delivery.jobId),
                                          fromUtf8(delivery.effect));
    if (!rejected.code.isEmpty())
        return reply.send(problemOf(rejected));
    reply.send(Response::json(200, outcomeJson(delivery, api.hub.store().epoch())));
}

void refuseForRate(Api &api, const IngestGate::Refusal &refusal, Reply &reply)
{
    api.hub.metrics()
        .counter("hub_rate_limited_total", "Requests turned away, by what was full.",
                 "bucket=\"" + refusal.bucket + '"')
        .add();
    reply.send(rateLimitedProblem(refusal.bucket, refusal.retryAfterS));
}

/// Commits the delivery, then answers its sender. `pass` is held until the commit.
void submit(Api &api, Deliver write, const Error &rejected, const IngestGate::Pass &pass,
            Reply reply, const QByteArray &lane)
{
    api.hub.write(
        std::move(write),
        [&api, pass, rejected, reply = std::make_shared<Reply>(std::move(reply))](
            const Result<Written> &written) { answer(api, written, rejected, *reply); },
        lane);
}

/// Returns the name under which the failures of this sender are counted: its source and network.
QByteArray senderOf(const Request &request)
{
    return request.parameters.front() + ' ' + request.network;
}

/// Returns the cost of a signature check over `bytes`, in units of FailureLimiter::takeChecks().
qint64 checksFor(qsizetype bytes)
{
    constexpr qsizetype bytesOfCheck = 16 * 1024; // hashing them takes about as long as a signature
    return 1 + bytes / bytesOfCheck;
}

/// Whether the signature of a sender may be checked now. Within the limit of failures the answer is
/// always yes. Above it checks go on at a slow rate, so that a sender does not lock out another one
/// at the same address.
bool mayCheck(FailureLimiter &failures, const QByteArray &sender, qsizetype bytes)
{
    return failures.retryAfterSeconds(sender) == 0 || failures.takeChecks(checksFor(bytes));
}

void refuseForFailures(Api &api, const QByteArray &source, int seconds, Reply &reply)
{
    api.hub.notices().reached(
        "failures_per_address",
        QStringLiteral("an unsigned webhook to %1 was refused").arg(fromUtf8(source)));
    refuseForRate(api, {"source:" + source + ":failures", std::max(1, seconds)}, reply);
}

/// Refuses a webhook with a wrong signature. It does not count in the limits of the source. The
/// delivery is stored with an explanation, until the sender reaches its limit of failures.
void refuseSignature(Api &api, const Request &request, const QByteArray &sender,
                     const QByteArray &name, Deliver write, const Error &rejected, Reply reply)
{
    FailureLimiter &failures = api.authenticator.senderFailures();
    const int seconds = failures.retryAfterSeconds(sender);
    failures.fail(sender);
    if (seconds > 0)
        return refuseForFailures(api, name, seconds, reply);
    submit(api, std::move(write), rejected, nullptr, std::move(reply), laneOf(request));
}

/// Returns the store lane of a webhook. Verified webhooks use the lane of their source. Webhooks of
/// a source without secrets use the lane of their caller.
QByteArray laneOf(const Request &request, const WebhookSource &source)
{
    return source.verifier ? "source/" + request.parameters.front() : laneOf(request);
}

/// Notifies the operator of members that the mapping left out. The answer to the sender does not
/// show them.
void noteDropped(Api &api, const Deliver &write)
{
    for (const JobChange &change : write.changes) {
        if (change.dropped > 0) {
            api.hub.notices().reached("unknown_members",
                                      QStringLiteral("%1 members of a webhook of %2 were left out")
                                          .arg(change.dropped)
                                          .arg(fromUtf8(write.delivery.source)));
        }
    }
}

/// Stores a delivery without its body, which is too large, so that the operator can see it. The
/// caller answers the sender.
void keepTooLarge(Api &api, const Request &request, qint64 bytes)
{
    const QByteArray name = request.parameters.front();
    api.hub.notices().reached("webhook_body_bytes",
                              QStringLiteral("a webhook of at least %1 bytes to %2 was refused")
                                  .arg(bytes)
                                  .arg(fromUtf8(name)));
    // The sender is not verified, so the limit of failures also bounds how many of these are
    // stored.
    FailureLimiter &failures = api.authenticator.senderFailures();
    const QByteArray sender = name + " too large " + request.network;
    const bool isKept = failures.retryAfterSeconds(sender) == 0;
    failures.fail(sender);
    Deliver write = tooLargeDelivery(deliveryOf(request, name, api.hub.clock().wallMs()), bytes);
    if (!isKept)
        return countOutcome(api, Written{{}, {}, {}, false, std::move(write.delivery), {}});
    api.hub.write(
        std::move(write),
        [&api](const Result<Written> &written) {
            if (!written)
                return;
            countOutcome(api, *written);
            api.hub.announce("hub.delivery", toJson(written->delivery, api.hub.store().epoch()));
        },
        laneOf(request));
}

/// Whether the source verifies the body, or the caller is authenticated, or the hub has no keys.
bool maySend(const Api &api, const Request &request, const WebhookSource &source)
{
    return source.verifier || request.principal || api.authenticator.isKeyless();
}

/// Verifies, maps and stores a webhook. `plain` is its body without content coding, or the error of
/// decoding.
void take(Api &api, const Request &request, const Delivery &received,
          const Result<QByteArray> &plain, Reply reply)
{
    const QByteArray name = received.source;
    const auto source = api.sources.find(name);
    if (source == api.sources.end()) // a reload removed it while the body was read
        return reply.send(problemOf(unknownSource()));
    auto [write, rejected] =
        takeDelivery(source->second, received, inboundOf(request, received), plain);
    if (rejected.code == "bad_signature")
        return refuseSignature(api, request, senderOf(request), name, std::move(write), rejected,
                               std::move(reply));
    IngestGate::Refusal refusal;
    const IngestGate::Pass pass = source->second.gate->enter(api.hub.clock().steadyMs(), refusal);
    if (!pass)
        return refuseForRate(api, refusal, reply);
    noteDropped(api, write);
    if (!api.authenticator.isKeyless())
        limitReach(api.sources, name, write);
    submit(api, std::move(write), rejected, pass, std::move(reply),
           laneOf(request, source->second));
}

/// Whether the signature is right, or the source has no secrets. The signature covers the coded
/// body. So this check runs before the body is decoded, and nothing is decoded for an unverified
/// sender.
bool isVerified(const WebhookSource &source, const Request &request, const Delivery &received)
{
    return !source.verifier || source.verifier->verify(inboundOf(request, received)).accepted();
}

void receive(Api &api, const Request &request, Reply reply)
{
    const QByteArray name = request.parameters.front();
    const auto source = api.sources.find(name);
    if (source == api.sources.end()) // a reload removed it while the body was read
        return reply.send(problemOf(unknownSource()));
    if (!maySend(api, request, source->second)) // a reload removed its secrets meanwhile
        return reply.send(unidentifiedProblem(
            {"no_token", QStringLiteral("a source without keys takes webhooks of admins only")}));
    const QByteArray sender = senderOf(request);
    FailureLimiter &failures = api.authenticator.senderFailures();
    if (source->second.verifier && !mayCheck(failures, sender, request.body.size()))
        return refuseForFailures(api, name, failures.retryAfterSeconds(sender), reply);
    const Delivery received = deliveryOf(request, name, api.hub.clock().wallMs());
    const auto coding = contentCoding(request.header("content-encoding"));
    if (!coding || !*coding || !isVerified(source->second, request, received))
        return take(api, request, received, request.body, std::move(reply));
    const auto answer = std::make_shared<Reply>(std::move(reply));
    decodeLater(&api.hub, **coding, request.body, request.bodyLimit, request.held,
                [&api, request, received, answer](const Result<QByteArray> &plain) {
                    if (!plain && plain.error().code == "busy")
                        return answer->send(codingProblem(plain.error()));
                    take(api, request, received, plain, std::move(*answer));
                });
}

/// Returns a handler that reads the body and calls `take`. The body counts in the budget of
/// verified callers only when a token was verified.
Handler bodyReader(Api &api, const std::shared_ptr<const Handler> &take)
{
    return [&api, take](const Request &request, Reply reply) {
        const BodySender sender = request.principal ? BodySender::Known : BodySender::Unknown;
        const auto tooLarge = [&api](const Request &refused, qint64 bytes) {
            keepTooLarge(api, refused, bytes);
        };
        reply.withBody(request, {BodyKind::Webhook, sender, false, tooLarge}, *take);
    };
}

/// Whether the text has only characters of a host name or `*`, so that it can be sent back in a
/// header.
bool isOriginText(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 255
           && std::all_of(text.begin(), text.end(), [](char c) {
                  return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-'
                         || c == '*' || c == ':';
              });
}

/// Answers the validation handshake of CloudEvents ("HTTP 1.1 Web Hooks for Event Delivery",
/// section 4). The answer is immediate, so a `WebHook-Request-Callback` URL is not called.
void answerHandshake(Api &api, const Request &request, Reply reply)
{
    const auto source = api.sources.find(request.parameters.front());
    Response response = Response::empty(204).with("Allow", "OPTIONS, POST");
    const QByteArray origin = request.header("webhook-request-origin");
    if (source != api.sources.end() && source->second.scheme == "cloudevents"
        && isOriginText(origin)) {
        const auto perMinute = static_cast<qint64>(source->second.limits.ratePerS * 60);
        response = std::move(response).with("WebHook-Allowed-Origin", origin);
        response = std::move(response).with("WebHook-Allowed-Rate",
                                            QByteArray::number(std::max<qint64>(perMinute, 1)));
    }
    reply.send(response);
}

} // namespace

void addWebhookRoutes(Router &router, Api &api)
{
    // A source without secrets cannot verify its senders, and its webhooks may change any job. So
    // on a hub with keys these senders must be admins.
    const auto guard = std::make_shared<Guard>(api.authenticator, &api.hub.notices());
    const auto take = std::make_shared<const Handler>(bound(api, receive));
    const auto read = std::make_shared<const Handler>(bodyReader(api, take));
    router.addJudged(
        "POST", "/api/v1/webhooks/{source}",
        [&api, guard, read](const Request &request, Reply reply) {
            const auto source = api.sources.find(request.parameters.front());
            if (source == api.sources.end())
                return reply.send(problemOf(unknownSource()));
            const auto coding = contentCoding(request.header("content-encoding"));
            if (!coding)
                return reply.send(codingProblem(coding.error()));
            const bool verifies = source->second.verifier != nullptr;
            guard->admit(verifies ? Access::Open : Access::Admin, request, std::move(reply), *read);
        },
        Access::Open);
    router.add("OPTIONS", "/api/v1/webhooks/{source}", bound(api, answerHandshake), Access::Open);
}

} // namespace hub
