// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/api/guard.h"
#include "hub/base/clock.h"
#include "hub/base/errorcode.h"
#include "hub/http/contentcoding.h"
#include "hub/service/deliveryjson.h"
#include "hub/service/webhookintake.h"

#include <algorithm>
#include <cctype>

namespace hub {

namespace {

WebhookIntake intakeOf(Api &api)
{
    return {api.hub, api.authenticator, api.sources};
}

/// Returns whether the value of a header is a credential, which is not stored. Signatures are no
/// secrets; they are stored to explain the verdict.
bool isSecret(const QByteArray &name)
{
    if (name.contains("signature"))
        return false;
    return name == "authorization" || name == "proxy-authorization" || name == "cookie"
           || name.contains("token") || name.contains("secret") || name.contains("api-key");
}

/// Returns the request as it is stored: the exact body, and the headers as lines. Credentials are
/// replaced by `[redacted]`; signatures are kept.
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

/// Returns the request as a webhook of the source that its path names.
ReceivedWebhook webhookOf(Api &api, const Request &request)
{
    ReceivedWebhook webhook;
    webhook.delivery = deliveryOf(request, request.parameters.front(), api.hub.clock().wallMs());
    webhook.inbound = {webhook.delivery.source, request.headers, request.body,
                       webhook.delivery.receivedMs};
    webhook.inbound.query = request.query;
    webhook.network = request.network;
    webhook.lane = laneOf(request);
    webhook.isIdentified = request.principal != nullptr;
    return webhook;
}

/// Answers the sender. Success is always 200, because RunPod accepts no other status.
void answer(Api &api, const WebhookIntake::Outcome &outcome, Reply &reply)
{
    const Error &error = outcome.error;
    if (error.code.isEmpty())
        return reply.send(
            Response::json(200, outcomeJson(outcome.delivery, api.hub.store().epoch())));
    if (error.code == errorcode::rateLimited)
        return reply.send(rateLimitedProblem(outcome.bucket, outcome.retryAfter));
    reply.send(error.code == errorcode::noToken ? unidentifiedProblem(error) : problemOf(error));
}

void take(Api &api, const ReceivedWebhook &webhook, const Result<QByteArray> &plain, Reply reply)
{
    intakeOf(api).take(
        webhook, plain,
        [&api, reply = std::make_shared<Reply>(std::move(reply))](
            const WebhookIntake::Outcome &outcome) { answer(api, outcome, *reply); });
}

/// Checks the signature before the body is decoded: it covers the coded body, and nothing is
/// decoded for an unverified sender.
void receive(Api &api, const Request &request, Reply reply)
{
    const ReceivedWebhook webhook = webhookOf(api, request);
    WebhookIntake intake = intakeOf(api);
    if (const auto refused = intake.refusal(webhook))
        return answer(api, *refused, reply);
    const auto coding = contentCoding(request.header("content-encoding"));
    if (!coding || !*coding || !intake.isVerified(webhook))
        return take(api, webhook, request.body, std::move(reply));
    const auto pending = std::make_shared<Reply>(std::move(reply));
    decodeLater(&api.hub, **coding, request.body, request.bodyLimit, request.held,
                [&api, held = request.held, webhook, pending](const Result<QByteArray> &plain) {
                    if (!plain && plain.error().code == errorcode::busy)
                        return pending->send(codingProblem(plain.error()));
                    take(api, webhook, plain, std::move(*pending));
                });
}

/// Returns a handler that reads the body and calls `take`. The body counts in the budget of
/// verified callers only when a token was verified.
Handler bodyReader(Api &api, const std::shared_ptr<const Handler> &take)
{
    return [&api, take](const Request &request, Reply reply) {
        const BodySender sender = request.principal ? BodySender::Known : BodySender::Unknown;
        const auto tooLarge = [&api](const Request &refused, qint64 bytes) {
            intakeOf(api).keepTooLarge(webhookOf(api, refused), bytes);
        };
        reply.withBody(request, {BodyKind::Webhook, sender, false, tooLarge}, *take);
    };
}

/// Returns whether the text has only characters of a host name or `*`, so that it can be sent back
/// in a header.
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
    if (source != api.sources.end() && source->second.scheme->asksFirst && isOriginText(origin)) {
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
                return reply.send(problemOf(
                    {"unknown_source", QStringLiteral("no source is configured under this name")}));
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
