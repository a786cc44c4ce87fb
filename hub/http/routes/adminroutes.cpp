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

void answerClosed(Api &api, const Request &request, const QByteArray &what, int closed, Reply &reply)
{
    qCInfo(lcHub).noquote() << QStringLiteral("admin %1 disconnected %2: %3 streams closed")
                                       .arg(QString::fromUtf8(callerOf(request)), QString::fromUtf8(what))
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
        return reply.send(problemOf(
                {"unknown_connection", QStringLiteral("there is no connection %1").arg(QString::fromUtf8(id))}));
    answerClosed(api, request, "connection " + id, closed, reply);
}

/// `{"job":"a"}`, `{"user":"u"}` or `{"all":true}`, as a topic; empty = all.
Result<QByteArray> topicOf(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QByteArray job = object.value(QLatin1String("job")).toString().toUtf8();
    const QByteArray user = object.value(QLatin1String("user")).toString().toUtf8();
    if (isValidId(job))
        return Topic::job(job).toString();
    if (isValidId(user))
        return Topic::user(user).toString();
    if (object.value(QLatin1String("all")).toBool())
        return QByteArray();
    return Error{"bad_field", QStringLiteral("name whom to disconnect: job, user, or all")};
}

void disconnectStreams(Api &api, const Request &request, Reply reply)
{
    const Result<QByteArray> topic = topicOf(request.body);
    if (!topic)
        return reply.send(problemOf(topic.error()));
    const int closed = api.hub.kickTopic(*topic);
    answerClosed(api, request, topic->isEmpty() ? QByteArrayLiteral("all") : *topic, closed, reply);
}

} // namespace

void addAdminRoutes(Router &router, Api &api)
{
    router.add("GET", "/api/v1/admin/connections", bound(api, listConnections));
    router.add("DELETE", "/api/v1/admin/connections/{id}", bound(api, closeConnection));
    router.add("POST", "/api/v1/admin/disconnect", bound(api, disconnectStreams));
}

} // namespace hub
