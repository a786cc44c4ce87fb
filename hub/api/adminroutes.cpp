// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/base/errorcode.h"
#include "hub/core/connectionjson.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"
#include "hub/service/audit.h"
#include "hub/service/disconnection.h"

#include <QJsonObject>

#include <algorithm>

namespace hub {

namespace {

void listConnections(Api &api, const Request &, Reply reply)
{
    JsonWriter json;
    json.beginObject().key("connections").beginArray();
    api.hub.streams().forEach([&](const Subscriber &subscriber) { json.raw(toJson(subscriber)); });
    json.endArray().endObject();
    reply.send(Response::json(200, json.take()));
}

/// Lists the topics with their numbers of subscribers, the highest number first.
void listTopics(Api &api, const Request &request, Reply reply)
{
    const Result<qint64> limit = numberParameter(request, "limit", 1, 10'000, 1000);
    if (!limit)
        return reply.send(problemOf(limit.error()));
    std::vector<std::pair<qint64, QByteArray>> topics;
    api.hub.streams().feeds().forEachTopic([&](const QByteArray &topic, qint64 subscribers) {
        topics.emplace_back(-subscribers, topic);
    });
    const auto shown = std::min(topics.size(), static_cast<std::size_t>(*limit));
    const auto end = topics.begin() + static_cast<std::ptrdiff_t>(shown);
    std::partial_sort(topics.begin(), end, topics.end());
    JsonWriter json;
    json.beginObject().key("topics").beginArray();
    for (auto it = topics.begin(); it != end; ++it) {
        json.beginObject();
        json.key("topic").string(it->second);
        json.key("subscribers").number(-it->first);
        json.endObject();
    }
    json.endArray();
    json.key("total").number(static_cast<qint64>(topics.size()));
    json.endObject();
    reply.send(Response::json(200, json.take()));
}

/// Answers with the error of an action that the audit must record.
void refuse(Api &api, const Request &request, const QByteArray &action, const QByteArray &what,
            const Error &error, Reply &reply)
{
    audit(api.hub, actorOf(request), action, what, "refused: " + error.code);
    reply.send(problemOf(error));
}

void answerClosed(const Request &request, const QByteArray &what, int closed, Reply &reply)
{
    JsonWriter json;
    json.beginObject();
    json.key("action").string(QByteArrayLiteral("disconnect"));
    json.key("by").string(callerOf(request));
    json.key("what").string(what);
    json.key("closed").number(static_cast<qint64>(closed));
    json.endObject();
    reply.send(Response::json(200, json.take()));
}

void closeConnection(Api &api, const Request &request, Reply reply)
{
    const QByteArray id = request.parameters.front();
    const Result<void> closed = disconnectOne(api.hub, id, actorOf(request));
    if (!closed)
        return reply.send(problemOf(closed.error()));
    answerClosed(request, "connection " + id, 1, reply);
}

/// Reads `{"topic":"job/render-*"}`, `{"job":"a"}`, `{"user":"u"}`, several of these members, or
/// `{"all":true}`.
Result<StreamChoice> choiceOf(const QByteArray &body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return object.error();
    StreamChoice choice;
    std::optional<Error> fault;
    const auto narrow = [&](const char *name, auto criterion) {
        const QJsonValue value = object->value(QLatin1String(name));
        if (!fault && !value.isUndefined())
            fault = (choice.*criterion)(value.toString().toUtf8());
    };
    narrow("topic", &StreamChoice::narrowByTopic);
    narrow("job", &StreamChoice::narrowByJob);
    narrow("user", &StreamChoice::narrowByUser);
    if (fault)
        return *fault;
    const QJsonValue all = object->value(QLatin1String("all"));
    if (!all.isUndefined() && !all.toBool())
        return Error{errorcode::badField, QStringLiteral("all: must be true")};
    if (!all.isUndefined() && choice.isNarrowed())
        return Error{errorcode::badField,
                     QStringLiteral("all: must not be combined with topic, job or user")};
    if (all.isUndefined() && !choice.isNarrowed())
        return Error{errorcode::badField,
                     QStringLiteral("name the streams to close: topic, job, user or all")};
    return choice;
}

void disconnectStreams(Api &api, const Request &request, Reply reply)
{
    const Result<StreamChoice> choice = choiceOf(request.body);
    if (!choice)
        return refuse(api, request, "disconnect", "no stream", choice.error(), reply);
    answerClosed(request, choice->what(), disconnect(api.hub, *choice, actorOf(request)), reply);
}

Error notOperated()
{
    return {"not_operated",
            QStringLiteral("this hub runs inside another program: configure and stop it there")};
}

void writeKeys(JsonWriter &json, const char *name, const QStringList &keys)
{
    json.key(name).beginArray();
    for (const QString &key : keys)
        json.string(key);
    json.endArray();
}

void reloadConfiguration(Api &api, const Request &request, Reply reply)
{
    const Result<Reloaded> reloaded = api.reload ? api.reload() : Result<Reloaded>(notOperated());
    if (!reloaded)
        return refuse(api, request, "reload", "configuration", reloaded.error(), reply);
    audit(api.hub, actorOf(request), "reload", "configuration",
          reloaded->changed.isEmpty()
              ? "nothing changed"
              : "changed: " + reloaded->changed.join(QStringLiteral(", ")).toUtf8());
    JsonWriter json;
    json.beginObject();
    json.key("action").string(QByteArrayLiteral("reload"));
    json.key("by").string(callerOf(request));
    writeKeys(json, "changed", reloaded->changed);
    writeKeys(json, "restart", reloaded->restart);
    json.endObject();
    reply.send(Response::json(200, json.take()));
}

void drainHub(Api &api, const Request &request, Reply reply)
{
    if (!api.drain)
        return refuse(api, request, "drain", "hub", notOperated(), reply);
    const auto streams = static_cast<qint64>(api.hub.streams().count());
    audit(api.hub, actorOf(request), "drain", "hub", QByteArray::number(streams) + " streams");
    JsonWriter json;
    json.beginObject();
    json.key("action").string(QByteArrayLiteral("drain"));
    json.key("by").string(callerOf(request));
    json.key("streams").number(streams);
    json.endObject();
    api.drain();
    reply.send(Response::json(202, json.take()));
}

} // namespace

void addAdminRoutes(Router &router, Api &api)
{
    router.add("GET", "/api/v1/admin/connections", bound(api, listConnections));
    router.add("GET", "/api/v1/admin/topics", bound(api, listTopics));
    router.add("DELETE", "/api/v1/admin/connections/{id}", bound(api, closeConnection));
    router.add("POST", "/api/v1/admin/disconnect", bound(api, disconnectStreams));
    router.add("POST", "/api/v1/admin/reload", bound(api, reloadConfiguration));
    router.add("POST", "/api/v1/admin/drain", bound(api, drainHub));
}

} // namespace hub
