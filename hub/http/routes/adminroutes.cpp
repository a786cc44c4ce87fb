// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/log.h"
#include "hub/http/answers.h"
#include "hub/http/api.h"
#include "hub/wire/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

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

void answerClosed(Api &api, const Request &request, const QByteArray &what, int closed,
                  Reply &reply)
{
    qCInfo(lcHub).noquote() << QStringLiteral("admin %1 disconnected %2: %3 streams closed")
                                   .arg(QString::fromUtf8(callerOf(request)),
                                        QString::fromUtf8(what))
                                   .arg(closed);
    JsonWriter json;
    json.beginObject();
    json.key("action").string(QByteArrayLiteral("disconnect"));
    json.key("by").string(callerOf(request));
    json.key("what").string(what);
    json.key("closed").number(static_cast<qint64>(closed));
    json.endObject();
    const QByteArray text = json.take();
    api.hub.announce("hub.log", text);
    reply.send(Response::json(200, text));
}

void closeConnection(Api &api, const Request &request, Reply reply)
{
    const QByteArray id = request.parameters.front();
    const int closed = api.hub.kick(id.toLongLong());
    if (closed == 0)
        return reply.send(
            problemOf({"unknown_connection",
                       QStringLiteral("there is no connection %1").arg(QString::fromUtf8(id))}));
    answerClosed(api, request, "connection " + id, closed, reply);
}

/// `{"topic":"job/render-*"}`, `{"job":"a"}`, `{"user":"u"}` or `{"all":true}`; no pattern = all.
Result<std::optional<TopicPattern>> patternOf(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const auto field = [&](const char *name) {
        return object.value(QLatin1String(name)).toString().toUtf8();
    };
    if (const auto pattern = TopicPattern::parse(field("topic")))
        return pattern;
    if (isValidId(field("job")))
        return std::optional(TopicPattern::exactly(Topic::job(field("job"))));
    if (isValidId(field("user")))
        return std::optional(TopicPattern::exactly(Topic::user(field("user"))));
    if (object.value(QLatin1String("all")).toBool())
        return std::optional<TopicPattern>();
    return Error{"bad_field", QStringLiteral("name whom to disconnect: topic, job, user, or all")};
}

void disconnectStreams(Api &api, const Request &request, Reply reply)
{
    const Result<std::optional<TopicPattern>> pattern = patternOf(request.body);
    if (!pattern)
        return reply.send(problemOf(pattern.error()));
    const QByteArray what = *pattern ? (*pattern)->toString() : QByteArrayLiteral("all");
    answerClosed(api, request, what, api.hub.kickTopics(*pattern), reply);
}

Error notOperated()
{
    return {"not_operated", QStringLiteral("this hub is part of another program, which alone "
                                           "configures and stops it")};
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
    if (!api.reload)
        return reply.send(problemOf(notOperated()));
    qCInfo(lcHub, "admin %s reloads the configuration", callerOf(request).constData());
    const Result<Reloaded> reloaded = api.reload();
    if (!reloaded)
        return reply.send(problemOf(reloaded.error()));
    JsonWriter json;
    json.beginObject();
    json.key("action").string(QByteArrayLiteral("reload"));
    json.key("by").string(callerOf(request));
    writeKeys(json, "changed", reloaded->changed);
    writeKeys(json, "restart", reloaded->restart);
    json.endObject();
    const QByteArray text = json.take();
    api.hub.announce("hub.log", text);
    reply.send(Response::json(200, text));
}

void drainHub(Api &api, const Request &request, Reply reply)
{
    if (!api.drain)
        return reply.send(problemOf(notOperated()));
    qCInfo(lcHub, "admin %s drains the hub", callerOf(request).constData());
    JsonWriter json;
    json.beginObject();
    json.key("action").string(QByteArrayLiteral("drain"));
    json.key("by").string(callerOf(request));
    json.key("streams").number(static_cast<qint64>(api.hub.streams().count()));
    json.endObject();
    const QByteArray text = json.take();
    api.hub.announce("hub.log", text);
    api.drain();
    reply.send(Response::json(202, text));
}

} // namespace

void addAdminRoutes(Router &router, Api &api)
{
    router.add("GET", "/api/v1/admin/connections", bound(api, listConnections));
    router.add("DELETE", "/api/v1/admin/connections/{id}", bound(api, closeConnection));
    router.add("POST", "/api/v1/admin/disconnect", bound(api, disconnectStreams));
    router.add("POST", "/api/v1/admin/reload", bound(api, reloadConfiguration));
    router.add("POST", "/api/v1/admin/drain", bound(api, drainHub));
}

} // namespace hub
