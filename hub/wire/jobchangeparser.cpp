// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/jobchangeparser.h"

#include "hub/json/jsonwriter.h"
#include "hub/wire/dialect.h"
#include "hub/wire/fieldreader.h"

#include <QByteArrayList>

namespace hub {

namespace {
void readType(FieldReader &fields, JobChange &change)
{
    const QLatin1String name("type");
    const QByteArray word = fields.word(name);
    const auto type = parseEventType(word);
    if (type && *type != EventType::Notification) {
        change.type = *type;
    } else if (const auto executionType = executionEventType(word)) {
        change.type = *executionType;
        change.name = canonicalExecutionName(word);
        change.kind = JobKind::Execution;
    } else {
        fields.reject(name, QStringLiteral("must be a status, `progress` or `log`"));
    }
}

void readLevel(FieldReader &fields, JobChange &change)
{
    const QLatin1String name("level");
    static const QByteArrayList levels{"debug", "info", "warning", "error"};
    if (!fields.has(name))
        return;
    change.level = fields.word(name);
    if (!levels.contains(change.level))
        fields.reject(name, QStringLiteral("must be debug, info, warning or error"));
}

/// Returns the error as an object. A string becomes `{"code":"failed","message":…}`.
QByteArray readError(FieldReader &fields)
{
    const QLatin1String name("error");
    const QByteArray error = fields.json(name);
    if (error.isEmpty() || error.startsWith('{'))
        return error;
    if (!error.startsWith('"')) {
        fields.reject(name, QStringLiteral("must be an object or a string"));
        return {};
    }
    JsonWriter json;
    json.beginObject().key("code").string(QByteArrayLiteral("failed")).key("message").raw(error);
    return json.endObject().take();
}

void readState(FieldReader &fields, JobChange &change)
{
    change.progress = fields.percent(QLatin1String("progress"));
    if (change.name == "execution.completed")
        change.progress = 100;
    change.step = fields.step(QLatin1String("step"));
    change.message = fields.text(QLatin1String("message"));
    change.result = fields.json(QLatin1String("result"));
    if (!change.result.isEmpty() && !change.result.startsWith('{'))
        fields.reject(QLatin1String("result"), QStringLiteral("must be an object"));
    change.error = readError(fields);
    change.data = fields.json(QLatin1String("data"));
}
} // namespace

Result<JobChange> parsePublish(const QByteArray &body)
{
    auto fields = FieldReader::open(body);
    if (!fields)
        return fields.error();
    JobChange change;
    change.jobId = fields->id(QLatin1String("job_id"));
    readType(*fields, change);
    readLevel(*fields, change);
    readState(*fields, change);
    change.restoreId = fields->foreignId(QLatin1String("restore_id"));
    change.attempt = fields->attempt(QLatin1String("attempt"));
    change.externalId = fields->foreignId(QLatin1String("external_id"));
    if (fields->error())
        return *fields->error();
    Result<RawMembers> rest = fields->wholeRest();
    if (!rest)
        return rest.error();
    change.extra = std::move(*rest);
    return change;
}

Result<Job> parseCreateJob(const QByteArray &body)
{
    auto fields = FieldReader::open(body);
    if (!fields)
        return fields.error();
    Job job;
    job.id = fields->id(QLatin1String("job_id"));
    if (fields->has(QLatin1String("kind"))) {
        const auto word = fields->text(QLatin1String("kind")).value_or(QString());
        const auto kind = parseJobKind(word.toUtf8());
        if (!kind)
            fields->reject(QLatin1String("kind"),
                           QStringLiteral("must be generic, restore, execution or image"));
        job.kind = kind.value_or(JobKind::Generic);
    }
    job.owner = fields->user(QLatin1String("owner"));
    job.labels = fields->labels(QLatin1String("labels"));
    job.externalId = fields->foreignId(QLatin1String("external_id"));
    job.restoreId = fields->foreignId(QLatin1String("restore_id"));
    job.source = fields->id(QLatin1String("source"));
    if (fields->error())
        return *fields->error();
    Result<RawMembers> rest = fields->wholeRest();
    if (!rest)
        return rest.error();
    job.extra = std::move(*rest);
    job.extra.remove(QLatin1String("as_of")); // every answer of the hub has its own `as_of`
    return job;
}

} // namespace hub
