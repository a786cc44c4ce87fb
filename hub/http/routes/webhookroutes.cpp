// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/authenticator.h"
#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/http/answers.h"
#include "hub/http/api.h"
#include "hub/http/deliveries.h"
#include "hub/http/guard.h"

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
    return delivery.verdict == "refused" ? delivery.verdict : delivery.effect.split(':').front();
}

void countOutcome(Api &api, const Written &written)
{
    api.hub.metrics()
        .counter("hub_webhooks_total", "Webhooks received, by source and outcome.",
                 "source=\"" + written.delivery.source + "\",outcome=\"" + outcomeOf(written) + '"')
        .add();
}

/// RunPod takes nothing but 200 for success, so every source gets it.
void answer(Api &api, const Result<Written> &written, const Error &rejected, Reply &reply)
{
    if (!written && rejected.code == "bad_signature") // kept or not: no reason to come again
        return reply.send(problemOf(rejected));
    if (!written)
        return reply.send(problemOf(written.error()));
    countOutcome(api, *written);
    const Delivery &delivery = written->delivery;
    if (!written->full.isEmpty())
        return reply.send(fullProblem(api, *written));
    api.hub.announce("hub.delivery", toJson(delivery, api.hub.store().epoch()));
    qCInfo(lcSource).noquote() << QStringLiteral("webhook %1: delivery %2 %3, job %4, %5")
                                      .arg(QString::fromUtf8(delivery.source))
                                      .arg(delivery.id)
                                      .arg(QString::fromLatin1(delivery.verdict),
                                           QString::fromUtf8(
                                               delivery.jobId.isEmpty() ? "-" : delivery.jobId),
                                           QString::fromUtf8(delivery.effect));
    if (!rejected.code.isEmpty())
        return reply.send(problemOf(rejected));
    reply.send(Response::json(200, outcomeJson(delivery, api.hub.store().epoch())));
}

/// Media types are the sources' business, but none reads through a coding.
Result<void> checkCoding(const Request &request)
{
    const QByteArray coding = request.header("content-encoding").trimmed().toLower();
    if (coding.isEmpty() || coding == "identity")
        return {};
    return Error{"unsupported_media_type",
                 QStringLiteral("Content-Encoding: bodies are taken as they are")};
}

void refuseForRate(Api &api, const IngestGate::Refusal &refusal, Reply &reply)
{
    api.hub.metrics()
        .counter("hub_rate_limited_total", "Requests turned away, by what was full.",
                 "bucket=\"" + refusal.bucket + '"')
        .add();
    reply.send(rateLimitedProblem(refusal.bucket, refusal.retryAfterS));
}

void receive(Api &api, const Request &request, Reply reply)
{
    const QByteArray name = request.parameters.front();
    const auto source = api.sources.find(name);
    if (source == api.sources.end())
        return reply.send(problemOf(unknownSource()));
    if (const auto readable = checkCoding(request); !readable)
        return reply.send(problemOf(readable.error()));
    IngestGate::Refusal refusal;
    IngestGate::Pass pass = source->second.gate->enter(api.hub.clock().steadyMs(), refusal);
    if (!pass)
        return refuseForRate(api, refusal, reply);
    const Delivery received = deliveryOf(request, name, api.hub.clock().wallMs());
    auto [write, rejected] = takeDelivery(source->second, received, inboundOf(request, received));
    if (!api.authenticator.isKeyless())
        limitReach(api.sources, name, write);
    api.hub.write(
        std::move(write),
        [&api, pass, rejected = rejected, reply = std::make_shared<Reply>(std::move(reply))](
            const Result<Written> &written) { answer(api, written, rejected, *reply); });
}

/// What a host name or `*` may consist of, so that it can be sent back.
bool isOriginText(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 255
           && std::all_of(text.begin(), text.end(), [](char c) {
                  return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-'
                         || c == '*' || c == ':';
              });
}

/// The handshake of CloudEvents' "HTTP 1.1 Web Hooks", section 4. A callback URL is not called: the
/// answer is at hand.
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
    // Whom a source cannot verify must be an admin, once the hub has keys: it may say anything of
    // any job.
    const auto guard = std::make_shared<Guard>(api.authenticator);
    const auto take = std::make_shared<Handler>(bound(api, receive));
    router.add(
        "POST", "/api/v1/webhooks/{source}",
        [&api, guard, take](const Request &request, Reply reply) {
            const auto source = api.sources.find(request.parameters.front());
            if (source == api.sources.end())
                return reply.send(problemOf(unknownSource()));
            const bool verifies = source->second.verifier != nullptr;
            guard->admit(verifies ? Access::Open : Access::Admin, request, std::move(reply), *take);
        },
        Access::Open);
    router.add("OPTIONS", "/api/v1/webhooks/{source}", bound(api, answerHandshake), Access::Open);
}

} // namespace hub
