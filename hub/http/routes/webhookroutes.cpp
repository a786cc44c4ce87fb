// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/http/answers.h"
#include "hub/http/api.h"
#include "hub/http/deliveries.h"
#include "hub/wire/jsonwriter.h"

namespace hub {

namespace {

/// RunPod takes nothing but 200 for success, so every source gets it.
void answer(Api &api, const Result<Written> &written, const Error &rejected, Reply &reply)
{
    if (!written)
        return reply.send(problemOf(written.error()));
    const Delivery &delivery = written->delivery;
    api.hub.announce("hub.delivery", toJson(delivery, api.hub.store().epoch()));
    api.hub.metrics()
        .counter("hub_webhooks_total", "Webhooks received, by source and outcome.",
                 "source=\"" + delivery.source + "\",outcome=\""
                     + delivery.effect.split(':').front() + '"')
        .add();
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

void receive(Api &api, const Request &request, Reply reply)
{
    const QByteArray name = request.parameters.front();
    const auto source = api.sources.find(name);
    if (source == api.sources.end())
        return reply.send(problemOf(
            {"unknown_source", QStringLiteral("no source is configured under this name")}));
    const Delivery received = deliveryOf(request, name, api.hub.clock().wallMs());
    auto [write, rejected] = mapDelivery(*source->second, received, request.headers);
    api.hub.write(std::move(write),
                  [&api, rejected = rejected, reply = std::make_shared<Reply>(std::move(reply))](
                      const Result<Written> &written) { answer(api, written, rejected, *reply); });
}

} // namespace

void addWebhookRoutes(Router &router, Api &api)
{
    router.add(
        "POST", "/api/v1/webhooks/{source}",
        [&api](const Request &request, Reply reply) { receive(api, request, std::move(reply)); },
        Access::Open);
}

} // namespace hub
