// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/joboptions.h"

#include "app/helio/arguments.h"
#include "app/helio/duration.h"
#include "hub/base/clock.h"
#include "hub/filter/eventfields.h"
#include "hub/filter/jobfields.h"
#include "hub/json/jsondocument.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"
#include "hub/wire/topic.h"

namespace helio {

namespace {

constexpr int mostJobs = 100'000;

hub::Result<QByteArray> jobId(const QString &word)
{
    const QByteArray id = word.toUtf8();
    if (hub::isValidId(id))
        return id;
    return wrong(text("\"%1\" is not a valid job id: use 1 to 128 of the characters "
                      "A-Z a-z 0-9 . _ ~ : @ + = -")
                     .arg(word));
}

hub::Result<QSet<hub::EventType>> eventTypes(const QString &list)
{
    QSet<hub::EventType> types;
    for (const QString &word : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto type = hub::parseEventType(word.trimmed().toUtf8());
        if (!type || type == hub::EventType::Notification)
            return wrong(text("--types: there is no event type \"%1\"").arg(word));
        types.insert(*type);
    }
    return types;
}

hub::Result<Since> since(const QString &word)
{
    if (word == QLatin1String("all"))
        return Since{Since::Kind::All, {}, {}};
    if (const auto ago = parseDuration(word))
        return Since{Since::Kind::Ago, {}, *ago};
    if (hub::Cursor::parse(word.toUtf8()))
        return Since{Since::Kind::Id, word.toUtf8(), {}};
    return wrong(
        text("--since: \"%1\" is not an event id, a duration such as 10m, or \"all\"").arg(word));
}

/// Reads the option `--filter`. The error names the position.
hub::Result<hub::Filter> filter(const Arguments &words, const hub::FilterFields &fields,
                                const hub::FilterContext &context)
{
    std::optional<hub::FilterFault> fault;
    const auto result = hub::Filter::parse(words.value("filter"), fields, context, fault);
    if (fault)
        return wrong(text("--filter: %1").arg(fault->toString()));
    return result;
}

bool isJson(const QByteArray &json)
{
    return !hub::jsonValue(json).isUndefined();
}

bool isJsonObject(const QByteArray &json)
{
    return hub::parseJson(json).isObject();
}

/// Returns the `error` of an event, which is a JSON object. Plain text becomes its `message`.
QByteArray errorJson(const QByteArray &given)
{
    if (isJsonObject(given))
        return given;
    hub::JsonWriter json;
    json.beginObject().key("message").string(given).endObject();
    return json.take();
}

hub::Result<QByteArray> publishBody(const Arguments &words, hub::EventType type)
{
    hub::JsonWriter json;
    json.beginObject().key("type").string(hub::toString(type));
    if (words.has("progress")) {
        bool ok = false;
        const double progress = words.value("progress").toDouble(&ok);
        if (!ok || !(progress >= 0 && progress <= 100))
            return wrong(text("--progress: expected a number from 0 to 100"));
        json.key("progress").number(progress);
    }
    for (const char *name : {"message", "level"}) {
        if (words.has(name))
            json.key(name).string(words.value(name));
    }
    for (const char *name : {"result", "data"}) {
        if (words.has(name) && !isJson(words.utf8(name)))
            return wrong(text("--%1: the value is not valid JSON").arg(text(name)));
        if (words.has(name))
            json.key(name).raw(words.utf8(name));
    }
    if (words.has("error"))
        json.key("error").raw(errorJson(words.utf8("error")));
    json.endObject();
    return json.take();
}

} // namespace

hub::Result<TailOptions> parseTail(const QStringList &list)
{
    const Arguments words(list, {"types", "since", "filter"});
    if (const auto error = words.error(0, 1))
        return *error;
    TailOptions options;
    options.json = words.has("json");
    if (!words.word(0).isEmpty()) {
        auto job = jobId(words.word(0));
        if (!job)
            return job.error();
        options.job = *job;
    }
    auto types = eventTypes(words.value("types"));
    if (!types)
        return types.error();
    options.types = *types;
    options.nowMs = hub::SystemClock().wallMs();
    auto given = filter(words, hub::eventFields(), {options.nowMs, QTimeZone::systemTimeZone()});
    if (!given)
        return given.error();
    options.filter = *given;
    if (words.has("since")) {
        auto from = since(words.value("since"));
        if (!from)
            return from.error();
        options.since = *from;
    }
    return options;
}

hub::Result<PublishOptions> parsePublish(const QStringList &list)
{
    const Arguments words(list, {"progress", "message", "level", "result", "error", "data",
                                 "create", "idempotency-key"});
    if (const auto error = words.error(2, 2))
        return *error;
    PublishOptions options;
    auto job = jobId(words.word(0));
    if (!job)
        return job.error();
    const auto type = hub::parseEventType(words.word(1).toUtf8());
    if (!type || type == hub::EventType::Notification)
        return wrong(text("there is no event type \"%1\"").arg(words.word(1)));
    auto body = publishBody(words, *type);
    if (!body)
        return body.error();
    options.job = *job;
    options.body = *body;
    options.createKind = words.utf8("create");
    if (words.has("create") && !hub::parseJobKind(options.createKind))
        return wrong(text("--create: expected generic, restore, execution or image"));
    options.idempotencyKey = words.utf8("idempotency-key");
    options.json = words.has("json");
    return options;
}

hub::Result<WaitOptions> parseWait(const QStringList &list)
{
    const Arguments words(list, {"timeout"});
    if (const auto error = words.error(1, 1))
        return *error;
    WaitOptions options;
    auto job = jobId(words.word(0));
    if (!job)
        return job.error();
    options.job = *job;
    options.json = words.has("json");
    if (words.has("timeout")) {
        const auto timeout = parseDuration(words.value("timeout"));
        if (!timeout)
            return wrong(text("--timeout: expected a duration such as 500ms, 30s, 10m, 2h or 7d"));
        options.timeout = *timeout;
    }
    return options;
}

hub::Result<JobsOptions> parseJobs(const QStringList &list)
{
    const Arguments words(list, {"status", "kind", "limit", "filter"});
    if (const auto error = words.error(0, 0))
        return *error;
    JobsOptions options;
    options.json = words.has("json");
    QByteArrayList query;
    for (const QString &word : words.value("status").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!hub::parseJobStatus(word.toUtf8()))
            return wrong(text("--status: there is no status \"%1\"").arg(word));
        query << "status=" + word.toUtf8();
    }
    if (words.has("kind")) {
        if (!hub::parseJobKind(words.utf8("kind")))
            return wrong(text("--kind: expected generic, restore, execution or image"));
        query << "kind=" + words.utf8("kind");
    }
    // The hub applies the filter. Check it here too: the message is the same without a hub.
    if (const auto given = filter(words, hub::jobFields(), {hub::SystemClock().wallMs()}); !given)
        return given.error();
    if (words.has("filter"))
        query << "filter=" + words.utf8("filter").toPercentEncoding();
    options.query = query.join('&');
    if (words.has("limit")) {
        options.limit = words.value("limit").toInt();
        if (options.limit < 1 || options.limit > mostJobs)
            return wrong(text("--limit: expected a number from 1 to %1").arg(mostJobs));
    }
    return options;
}

hub::Result<CallbackOptions> parseCallback(const QStringList &list)
{
    const Arguments words(list, {"source", "restore-id"});
    if (const auto error = words.error(1, 1))
        return *error;
    CallbackOptions options;
    auto job = jobId(words.word(0));
    if (!job)
        return job.error();
    options.job = *job;
    options.source = words.utf8("source");
    if (words.has("source") && !hub::isValidId(options.source))
        return wrong(
            text("--source: \"%1\" is not a valid source name").arg(words.value("source")));
    options.restoreId = words.utf8("restore-id");
    options.json = words.has("json");
    return options;
}

} // namespace helio
