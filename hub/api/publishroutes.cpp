// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/api/batchpublish.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"
#include "hub/wire/jobchangeparser.h"
#include "hub/wire/userid.h"

#include <QJsonObject>

namespace hub {

namespace {

Result<Publish> parseRequest(const Api &api, const Request &request)
{
    Result<JobChange> change = parsePublish(request.body);
    if (!change)
        return change.error();
    change->jobId = request.parameters.front();
    return publishOf(api, std::move(*change), request.header("idempotency-key"), request);
}

void publish(Api &api, const Request &request, Reply reply)
{
    Result<Publish> parsed = parseRequest(api, request);
    if (!parsed)
        return reply.send(problemOf(parsed.error()));
    const auto answer = [&api, reply = std::make_shared<Reply>(std::move(reply))](
                            const Result<Published> &published) {
        if (!published)
            return reply->send(problemOf(published.error()));
        JsonWriter json;
        json.beginObject();
        writeReceipt(json, published->receipt, api.hub.store().epoch());
        json.endObject();
        reply->send(Response::json(202, json.take()));
    };
    api.hub.publish(std::move(*parsed), answer, laneOf(request));
}

void publishBatch(Api &api, const Request &request, Reply reply)
{
    BatchPublish::start(api, request, std::move(reply));
}

void notify(Api &api, const Request &request, Reply reply)
{
    const QByteArray user = request.parameters.front();
    if (const auto fault = faultOfUser(user))
        return reply.send(problemOf({"bad_user_id", QStringLiteral("the user ") + *fault}));
    if (user != callerOf(request) && !principalOf(request).may(Permission::Notify))
        return reply.send(missingScopeProblem("notify"));
    const Result<QJsonObject> body = parseJsonObject(request.body);
    if (!body)
        return reply.send(problemOf(body.error()));
    if (const auto sound = checkKey(request.header("idempotency-key")); !sound)
        return reply.send(problemOf(sound.error()));
    Notify notification{user, request.body.trimmed(), request.header("idempotency-key"),
                        callerOf(request)};
    const auto answer = [&api, reply = std::make_shared<Reply>(std::move(reply))](
                            const Result<Notified> &notified) {
        if (!notified)
            return reply->send(problemOf(notified.error()));
        JsonWriter json;
        json.beginObject();
        writeReceipt(json, notified->receipt, api.hub.store().epoch());
        json.endObject();
        reply->send(Response::json(202, json.take()));
    };
    api.hub.notify(std::move(notification), answer, laneOf(request));
}

} // namespace

void addPublishRoutes(Router &router, Api &api)
{
    router.add("POST", "/api/v1/jobs/{id}/events", bound(api, publish), Access::Publish);
    router.add("POST", "/api/v1/events:batch", bound(api, publishBatch), Access::Publish,
               BodyKind::Batch);
    router.add("POST", "/api/v1/users/{id}/notifications", bound(api, notify), Access::Notify);
}

} // namespace hub
