// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/job.h"

#include "hub/wire/jsonwriter.h"
#include "hub/wire/topic.h"
#include "hub/wire/words.h"

#include <QSet>

namespace hub {

namespace {
const Words<JobKind, jobKinds> &kindWords()
{
    static const Words<JobKind, jobKinds> words({"generic", "restore", "execution", "image"});
    return words;
}

const Words<JobStatus, 7> &statusWords()
{
    static const Words<JobStatus, 7> words(
        {"queued", "processing", "completed", "failed", "cancelled", "timed_out", "lost"});
    return words;
}

/// The members that a job resource has by itself; an extra one of such a name is not given back.
bool isJobMember(const QString &name)
{
    static const QSet<QString> names{QStringLiteral("job_id"),     QStringLiteral("kind"),
                                     QStringLiteral("status"),     QStringLiteral("progress"),
                                     QStringLiteral("step"),       QStringLiteral("message"),
                                     QStringLiteral("owner"),      QStringLiteral("attempt"),
                                     QStringLiteral("restore_id"), QStringLiteral("external_id"),
                                     QStringLiteral("created_at"), QStringLiteral("started_at"),
                                     QStringLiteral("updated_at"), QStringLiteral("finished_at"),
                                     QStringLiteral("result"),     QStringLiteral("error"),
                                     QStringLiteral("labels"),     QStringLiteral("last_event_id"),
                                     QStringLiteral("source")};
    return names.contains(name);
}

void writeStep(JsonWriter &json, const std::optional<Step> &step)
{
    json.key("step");
    if (!step) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("current").number(qint64(step->current));
    json.key("total").number(qint64(step->total));
    json.endObject();
}

void writeState(JsonWriter &json, const Job &job)
{
    json.key("job_id").string(job.id);
    json.key("kind").string(toString(job.kind));
    json.key("status").string(toString(job.status));
    json.key("progress").number(job.progress);
    writeStep(json, job.step);
    json.textOrNull("message", job.message.toUtf8());
    json.textOrNull("owner", job.owner);
    json.key("attempt").number(qint64(job.attempt));
    json.textOrNull("restore_id", job.restoreId);
    json.textOrNull("external_id", job.externalId);
    json.textOrNull("source", job.source);
}

void writeTimes(JsonWriter &json, const Job &job)
{
    json.key("created_at").time(job.createdMs);
    json.key("started_at").time(job.startedMs);
    json.key("updated_at").time(job.updatedMs);
    json.key("finished_at").time(job.finishedMs);
}

QByteArray text(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString().toUtf8();
}

qint64 time(const QJsonObject &object, QLatin1String name)
{
    return parseTime(text(object, name)).value_or(0);
}

/// JSON text of a member; empty when it is absent or null.
QByteArray json(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    return value.isUndefined() || value.isNull() ? QByteArray() : JsonWriter().value(value).take();
}

std::optional<Step> step(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    return Step{object.value(QLatin1String("current")).toInt(),
                object.value(QLatin1String("total")).toInt()};
}

void readTimes(Job &job, const QJsonObject &object)
{
    job.createdMs = time(object, QLatin1String("created_at"));
    job.startedMs = time(object, QLatin1String("started_at"));
    job.updatedMs = time(object, QLatin1String("updated_at"));
    job.finishedMs = time(object, QLatin1String("finished_at"));
}

void readState(Job &job, const QJsonObject &object)
{
    job.kind = parseJobKind(text(object, QLatin1String("kind"))).value_or(JobKind::Generic);
    job.status = parseJobStatus(text(object, QLatin1String("status"))).value_or(JobStatus::Queued);
    job.progress = qBound(0.0, object.value(QLatin1String("progress")).toDouble(), 100.0);
    job.step = step(object.value(QLatin1String("step")));
    job.message = object.value(QLatin1String("message")).toString();
    job.owner = text(object, QLatin1String("owner"));
    job.attempt = qMax(1, object.value(QLatin1String("attempt")).toInt(1));
    job.restoreId = text(object, QLatin1String("restore_id"));
    job.externalId = text(object, QLatin1String("external_id"));
    job.source = text(object, QLatin1String("source"));
}

void readRest(Job &job, const QJsonObject &object)
{
    job.result = json(object, QLatin1String("result"));
    job.error = json(object, QLatin1String("error"));
    job.labels = object.value(QLatin1String("labels")).toObject();
    if (const auto cursor = Cursor::parse(text(object, QLatin1String("last_event_id"))))
        job.lastEvent = cursor->id;
    if (isTerminal(job.status))
        job.terminalEvent = job.lastEvent; // nothing of the same attempt is accepted after it
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isJobMember(it.key()))
            job.extra.insert(it.key(), it.value());
    }
}
} // namespace

QByteArray toString(JobKind kind)
{
    return kindWords().word(kind);
}

QByteArray toString(JobStatus status)
{
    return statusWords().word(status);
}

std::optional<JobKind> parseJobKind(QByteArrayView text)
{
    return kindWords().value(text);
}

std::optional<JobStatus> parseJobStatus(QByteArrayView text)
{
    return statusWords().value(text);
}

bool isTerminal(JobStatus status)
{
    return status != JobStatus::Queued && status != JobStatus::Processing;
}

QByteArray toJson(const Job &job, const QByteArray &epoch)
{
    JsonWriter json;
    json.beginObject();
    writeState(json, job);
    writeTimes(json, job);
    json.key("result").raw(job.result);
    json.key("error").raw(job.error);
    json.key("labels").value(job.labels);
    json.textOrNull("last_event_id",
                    job.lastEvent.isNull() ? QByteArray() : Cursor{epoch, job.lastEvent}.toWire());
    for (auto it = job.extra.begin(); it != job.extra.end(); ++it) {
        if (!isJobMember(it.key()))
            json.foreignKey(it.key()).value(it.value());
    }
    json.endObject();
    return json.take();
}

std::optional<Job> jobFromJson(const QJsonObject &object)
{
    Job job;
    job.id = text(object, QLatin1String("job_id"));
    if (!isValidId(job.id))
        return std::nullopt;
    readState(job, object);
    readTimes(job, object);
    readRest(job, object);
    return job;
}

} // namespace hub
