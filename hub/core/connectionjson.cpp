// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/connectionjson.h"

#include "hub/core/feedindex.h"
#include "hub/core/subscriber.h"
#include "hub/json/jsonwriter.h"

#include <algorithm>

namespace hub {

namespace {

constexpr std::size_t mostTopics = 100;

void writeTopics(JsonWriter &json, const Subscription &subscription)
{
    const std::vector<Topic> topics = topicsOf(subscription);
    json.key("topic").string(topicText(subscription));
    json.key("topics").beginArray();
    if (topics.empty())
        json.string(topicText(subscription));
    for (std::size_t i = 0; i < std::min(topics.size(), mostTopics); ++i)
        json.string(topics[i].toString());
    json.endArray();
}

} // namespace

QByteArray toJson(const Subscriber &subscriber)
{
    const StreamRequest &request = subscriber.request();
    JsonWriter json;
    json.beginObject();
    json.key("id").number(subscriber.id());
    json.key("scope").string(toString(request.subscription.scope));
    writeTopics(json, request.subscription);
    json.key("user").string(request.user);
    json.key("remote").string(request.remote);
    json.key("user_agent").string(request.userAgent);
    json.key("client").string(request.client);
    json.key("opened_at").time(subscriber.openedMs());
    json.key("age_s").number(std::chrono::duration<double>(subscriber.age()).count());
    json.key("lag_events").number(subscriber.lagEvents());
    json.key("lag_ms").number(qint64{subscriber.lag().count()});
    json.key("backlog_bytes").number(subscriber.backlog());
    json.key("bytes_sent").number(subscriber.bytesSent());
    json.key("events_sent").number(subscriber.eventsSent());
    json.key("conflated").number(subscriber.conflated());
    json.key("last_heartbeat_at").time(subscriber.lastBeatMs());
    json.endObject();
    return json.take();
}

QByteArray closedJson(const Subscriber &subscriber, CloseReason reason)
{
    const StreamRequest &request = subscriber.request();
    JsonWriter json;
    json.beginObject();
    json.key("id").number(subscriber.id());
    json.key("reason").string(toString(reason));
    json.key("scope").string(toString(request.subscription.scope));
    json.key("topic").string(topicText(request.subscription));
    json.key("user").string(request.user);
    json.key("remote").string(request.remote);
    json.key("seconds").number(std::chrono::duration<double>(subscriber.age()).count());
    json.key("events").number(subscriber.eventsSent());
    json.key("bytes").number(subscriber.bytesSent());
    json.endObject();
    return json.take();
}

} // namespace hub
