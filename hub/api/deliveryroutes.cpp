// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/auth/authenticator.h"
#include "hub/base/utf8.h"
#include "hub/http/contentcoding.h"
#include "hub/json/jsonwriter.h"
#include "hub/service/deliveryjson.h"
#include "hub/service/deliveryreplay.h"
#include "hub/service/webhookdelivery.h"

namespace hub {

namespace {

constexpr qint64 mostDecoded = 64 * 1024 * 1024; ///< Limit of a stored body once decoded.

Error unknownDelivery(const QByteArray &id)
{
    return {"unknown_delivery", QStringLiteral("there is no delivery %1").arg(fromUtf8(id))};
}

void listDeliveries(Api &api, const Request &request, Reply reply)
{
    const Result<qint64> before =
        numberParameter(request, "before", 1, std::numeric_limits<qint64>::max(), 0);
    const Result<qint64> limit = numberParameter(request, "limit", 1, 1000, 100);
    if (!before || !limit)
        return reply.send(problemOf(before ? limit.error() : before.error()));
    const DeliveryQuery query{request.parameter("source"), request.parameter("job"), *before,
                              static_cast<int>(*limit)};
    const auto answer = [&api, reply = std::make_shared<Reply>(std::move(reply))](
                            const Result<std::vector<Delivery>> &deliveries) {
        if (!deliveries)
            return reply->send(problemOf(deliveries.error()));
        JsonWriter json;
        json.beginObject().key("deliveries").beginArray();
        for (const Delivery &delivery : *deliveries)
            json.raw(toJson(delivery, api.hub.store().epoch()));
        json.endArray().endObject();
        reply->send(Response::json(200, json.take()));
    };
    api.hub.store().deliveries(query, answer, laneOf(request));
}

/// Reads the delivery that the path names and calls `then` with it. Answers `unknown_delivery` when
/// there is none.
template<typename Then>
void withDelivery(Api &api, const Request &request, Reply reply, Then then)
{
    const QByteArray text = request.parameters.front();
    bool ok = false;
    const qint64 id = text.toLongLong(&ok);
    if (!ok || id < 1)
        return reply.send(problemOf(unknownDelivery(text)));
    const auto answer = [text, then, reply = std::make_shared<Reply>(std::move(reply))](
                            const Result<std::optional<Delivery>> &delivery) {
        if (!delivery)
            return reply->send(problemOf(delivery.error()));
        if (!delivery->has_value())
            return reply->send(problemOf(unknownDelivery(text)));
        then(**delivery, reply);
    };
    api.hub.store().delivery(id, answer, laneOf(request));
}

void showDelivery(Api &api, const Request &request, Reply reply)
{
    withDelivery(api, request, std::move(reply),
                 [&api](const Delivery &delivery, const std::shared_ptr<Reply> &answer) {
                     answer->send(
                         Response::json(200, toFullJson(delivery, api.hub.store().epoch())));
                 });
}

void showVerdict(Api &api, const Request &request, Reply reply)
{
    withDelivery(
        api, request, std::move(reply),
        [&api](const Delivery &delivery, const std::shared_ptr<Reply> &answer) {
            const auto source = api.sources.find(delivery.source);
            answer->send(Response::json(
                200,
                verdictJson(delivery, source == api.sources.end() ? nullptr : &source->second)));
        });
}

/// Returns the body of a stored delivery without its content coding.
Result<QByteArray> plainOf(const Inbound &kept)
{
    const auto coding = contentCoding(kept.header("content-encoding"));
    if (!coding)
        return coding.error();
    return *coding ? decodeNow(**coding, kept.body, mostDecoded) : Result(kept.body);
}

void replayNow(Api &api, const Request &request, const Delivery &kept,
               const std::shared_ptr<Reply> &reply)
{
    DeliveryReplay replay(api.hub, api.sources, api.authenticator.isKeyless());
    replay.replay(kept, plainOf(inboundOf(kept)), actorOf(request),
                  [&api, reply](const Result<Delivery> &again) {
                      if (!again)
                          return reply->send(problemOf(again.error()));
                      reply->send(
                          Response::json(202, outcomeJson(*again, api.hub.store().epoch())));
                  });
}

void replayDelivery(Api &api, const Request &request, Reply reply)
{
    withDelivery(api, request, std::move(reply),
                 [&api, request](const Delivery &delivery, const std::shared_ptr<Reply> &answer) {
                     replayNow(api, request, delivery, answer);
                 });
}

} // namespace

void addDeliveryRoutes(Router &router, Api &api)
{
    router.add("GET", "/api/v1/deliveries", bound(api, listDeliveries));
    router.add("GET", "/api/v1/deliveries/{id}", bound(api, showDelivery));
    router.add("GET", "/api/v1/deliveries/{id}/verdict", bound(api, showVerdict));
    router.add("POST", "/api/v1/deliveries/{id}/replay", bound(api, replayDelivery));
}

} // namespace hub
