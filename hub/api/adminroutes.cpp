// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/api/audit.h"
#include "hub/base/utf8.h"
#include "hub/core/connectionjson.h"
#include "hub/wire/jsonslice.h"
#include "hub/wire/jsonwriter.h"
#include "hub/wire/topicpattern.h"
#include "hub/wire/userid.h"

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

void refuse(Api &api, const Request &request, const QByteArray &action, const QByteArray &what,
            const Error &error, Reply &reply)
{
    audit(api, request, action, what, "refused: " + error.code);
    reply.send(problemOf(error));
}

void answerClosed(Api &api, const Request &request, const QByteArray &what, int closed,
                  Reply &reply)
{
    audit(api, request, "disconnect", what, QByteArray::number(closed) + " closed");
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
    const int closed = api.hub.kick(id.toLongLong());
    if (closed == 0)
        return refuse(
            api, request, "disconnect", "connection " + id,
            {"unknown_connection", QStringLiteral("there is no connection %1").arg(fromUtf8(id))},
            reply);
    answerClosed(api, request, "connection " + id, closed, reply);
}

using IsMeant = std::function<bool(const Subscriber &)>;

/// Selects the streams to close: a stream must meet every criterion.
struct Choice
{
    QByteArray what; ///< The selection in words, for the audit.
    std::vector<IsMeant> criteria;

    void narrow(const QByteArray &word, IsMeant criterion)
    {
        what += what.isEmpty() ? word : " and " + word;
        criteria.push_back(std::move(criterion));
    }
    bool isMeant(const Subscriber &subscriber) const
    {
        return std::all_of(criteria.begin(), criteria.end(),
                           [&](const IsMeant &criterion) { return criterion(subscriber); });
    }
};

/// Selects streams whose subscription names a topic that matches the pattern. `job/*` also selects
/// streams of all jobs, which name no topic.
IsMeant byTopic(const TopicPattern &pattern)
{
    return [pattern](const Subscriber &subscriber) {
        const std::vector<Topic> topics = topicsOf(subscriber.subscription());
        if (topics.empty())
            return pattern == TopicPattern::all(TopicKind::Job);
        return std::any_of(topics.begin(), topics.end(),
                           [&](const Topic &topic) { return pattern.matches(topic); });
    };
}

/// Selects the streams that the user opened, and streams of notifications for the user.
IsMeant byUser(const QByteArray &user)
{
    return [user](const Subscriber &subscriber) {
        return subscriber.request().user == user || subscriber.subscription().user == user;
    };
}

/// Adds the criterion of one member of the request. Returns an Error for an invalid value: to
/// ignore it would close more streams than requested.
std::optional<Error> narrowBy(Choice &choice, QLatin1String name, const QByteArray &value)
{
    if (name == QLatin1String("topic")) {
        const auto pattern = TopicPattern::parse(value);
        if (!pattern)
            return Error{"bad_field", QStringLiteral("topic: not a topic")};
        choice.narrow(pattern->toString(), byTopic(*pattern));
        return std::nullopt;
    }
    if (name == QLatin1String("user")) {
        if (const auto fault = faultOfUser(value))
            return Error{"bad_field", QStringLiteral("user: ") + *fault};
        choice.narrow("user/" + value, byUser(value));
        return std::nullopt;
    }
    if (!isValidId(value))
        return Error{"bad_field", QStringLiteral("job: not an id")};
    choice.narrow("job/" + value, byTopic(TopicPattern::exactly(Topic::job(value))));
    return std::nullopt;
}

/// Reads `{"topic":"job/render-*"}`, `{"job":"a"}`, `{"user":"u"}`, several of these members, or
/// `{"all":true}`.
Result<Choice> choiceOf(const QByteArray &body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return object.error();
    Choice choice;
    for (const char *const word : {"topic", "job", "user"}) {
        const QLatin1String name(word);
        const QJsonValue value = object->value(name);
        if (value.isUndefined())
            continue;
        if (const auto error = narrowBy(choice, name, value.toString().toUtf8()))
            return *error;
    }
    const QJsonValue all = object->value(QLatin1String("all"));
    if (!all.isUndefined() && !all.toBool())
        return Error{"bad_field", QStringLiteral("all: must be true")};
    if (!all.isUndefined() && !choice.criteria.empty())
        return Error{"bad_field", QStringLiteral("all: stands alone")};
    if (all.isUndefined() && choice.criteria.empty())
        return Error{"bad_field",
                     QStringLiteral("name whom to disconnect: topic, job, user, or all")};
    if (choice.criteria.empty())
        choice.what = "all";
    return choice;
}

void disconnectStreams(Api &api, const Request &request, Reply reply)
{
    const Result<Choice> choice = choiceOf(request.body);
    if (!choice)
        return refuse(api, request, "disconnect", "nobody", choice.error(), reply);
    const int closed = api.hub.sendAwayIf(CloseReason::Kicked, [&](const Subscriber &subscriber) {
        return choice->isMeant(subscriber);
    });
    answerClosed(api, request, choice->what, closed, reply);
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
    const Result<Reloaded> reloaded = api.reload ? api.reload() : Result<Reloaded>(notOperated());
    if (!reloaded)
        return refuse(api, request, "reload", "configuration", reloaded.error(), reply);
    audit(api, request, "reload", "configuration",
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
    audit(api, request, "drain", "hub", QByteArray::number(streams) + " streams");
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
