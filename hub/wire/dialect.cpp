// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/dialect.h"

#include "hub/json/jsondocument.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"
#include "hub/wire/sseframe.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace hub {

namespace {
struct ExecutionName
{
    QByteArrayView name;
    EventType type;
};

constexpr std::array<ExecutionName, 8> executionNames{{
    {"execution.requested", EventType::Queued},
    {"execution.queued", EventType::Queued},
    {"pod.created", EventType::Queued},
    {"pod.running", EventType::Processing},
    // Progress of 100 %: the job is completed when its result is stored.
    {"execution.completed", EventType::Progress},
    {"execution.failed", EventType::Failed},
    {"execution.timeout", EventType::TimedOut},
    {"result_stored", EventType::Completed},
}};

/// Returns whether the texts are equal when dots and underscores are interchangeable.
bool isSpelling(QByteArrayView text, QByteArrayView name)
{
    const auto same = [](char a, char b) {
        return a == b || ((a == '.' || a == '_') && (b == '.' || b == '_'));
    };
    return std::equal(text.begin(), text.end(), name.begin(), name.end(), same);
}

const ExecutionName *findExecutionName(QByteArrayView text)
{
    const auto it =
        std::find_if(executionNames.begin(), executionNames.end(),
                     [text](const auto &known) { return isSpelling(text, known.name); });
    return it == executionNames.end() ? nullptr : &*it;
}

/// Returns the name in the execution dialect for an event that was published in another dialect.
QByteArray derivedExecutionName(EventType type)
{
    switch (type) {
    case EventType::Queued: return QByteArrayLiteral("execution.queued");
    case EventType::Processing:
    case EventType::Progress: return QByteArrayLiteral("pod.running");
    case EventType::Completed: return QByteArrayLiteral("result_stored");
    case EventType::Failed:
    case EventType::Cancelled:
    case EventType::Lost: return QByteArrayLiteral("execution.failed");
    case EventType::TimedOut: return QByteArrayLiteral("execution.timeout");
    case EventType::Log:
    case EventType::Notification: break;
    }
    return toString(type);
}

bool hasImages(const Event &event)
{
    const auto result = jsonMember(event.data, "result");
    const auto images = result ? jsonMember(*result, "images") : std::nullopt;
    return images && *images != "[]";
}

/// Returns whether a `completed` event has an error object and no images. The image dialect reports
/// it as ERROR, because its clients wait for images.
bool isEmptySuccess(const Event &event, const QJsonObject &data)
{
    return event.type == EventType::Completed && data.value(QLatin1String("error")).isObject()
           && !hasImages(event);
}

QByteArray imageStatus(EventType type)
{
    if (type == EventType::Completed)
        return QByteArrayLiteral("OK");
    return isTerminal(type) ? QByteArrayLiteral("ERROR") : QByteArrayLiteral("PROGRESS");
}

/// Returns the text for people. For an error this is the message of the error, else the message of
/// the event, else the event type. For other events it is the message of the event, or empty.
QString imageMessage(const QJsonObject &data, EventType type)
{
    const QString message = data.value(QLatin1String("message")).toString();
    const QJsonValue error = data.value(QLatin1String("error"));
    if (!isTerminal(type) || (type == EventType::Completed && !error.isObject()))
        return message;
    const QString cause =
        error.isObject() ? error[QLatin1String("message")].toString() : error.toString();
    if (!cause.isEmpty())
        return cause;
    return message.isEmpty() ? QString::fromLatin1(toString(type)) : message;
}

void writeImagePayload(JsonWriter &json, const Event &event, const QJsonObject &data)
{
    if (event.type == EventType::Completed) {
        const QByteArrayView result = jsonMember(event.data, "result").value_or(QByteArrayView());
        const auto images = jsonMember(result, "images");
        json.key("payload").beginObject();
        json.key("images").raw(images.value_or(QByteArrayView("[]")));
        json.key("progress").number(qint64(100)).endObject();
        return;
    }
    const QJsonValue progress = data.value(QLatin1String("progress"));
    if (progress.isDouble() && !isTerminal(event.type))
        json.key("payload").beginObject().key("progress").number(progress.toDouble()).endObject();
}

QByteArray imageData(const Event &event)
{
    const QJsonObject data = parseJson(event.data).object();
    JsonWriter json;
    json.beginObject();
    json.key("request_id").string(event.topic.id);
    const bool failed = isEmptySuccess(event, data);
    json.key("status").string(failed ? QByteArrayLiteral("ERROR") : imageStatus(event.type));
    if (const QString message = imageMessage(data, event.type); !message.isEmpty())
        json.key("message").string(message);
    if (!failed)
        writeImagePayload(json, event, data);
    json.endObject();
    return json.take();
}
} // namespace

QByteArray eventName(const Event &event, Dialect dialect)
{
    if (event.type == EventType::Notification || dialect == Dialect::Native)
        return toString(event.type);
    if (dialect == Dialect::Image)
        return {};
    const ExecutionName *known = findExecutionName(event.name);
    return known ? known->name.toByteArray() : derivedExecutionName(event.type);
}

QByteArray eventData(const Event &event, Dialect dialect)
{
    if (dialect == Dialect::Image && event.topic.kind == TopicKind::Job)
        return imageData(event);
    return event.data;
}

QByteArray encodeFrame(const Event &event, Dialect dialect, const QByteArray &epoch)
{
    const SseFrame frame{Cursor{epoch, event.id}.toWire(), eventName(event, dialect),
                         eventData(event, dialect), std::nullopt};
    // encode() does not fail here: the epoch is `a-z0-9`, the id is digits, the names are fixed.
    return encode(frame).value_or(QByteArray());
}

std::optional<EventType> executionEventType(QByteArrayView name)
{
    const ExecutionName *known = findExecutionName(name);
    return known ? std::optional(known->type) : std::nullopt;
}

QByteArray canonicalExecutionName(QByteArrayView name)
{
    const ExecutionName *known = findExecutionName(name);
    return known ? known->name.toByteArray() : name.toByteArray();
}

} // namespace hub
