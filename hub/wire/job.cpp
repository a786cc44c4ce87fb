// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/job.h"

#include "hub/json/jsonwriter.h"
#include "hub/wire/enumwords.h"
#include "hub/wire/topic.h"

#include <QSet>

namespace hub {

namespace {
const EnumWords<JobKind, jobKinds> &kindWords()
{
    static const EnumWords<JobKind, jobKinds> words({"generic", "restore", "execution", "image"});
    return words;
}

const EnumWords<JobStatus, 7> &statusWords()
{
    static const EnumWords<JobStatus, 7> words(
        {"queued", "processing", "completed", "failed", "cancelled", "timed_out", "lost"});
    return words;
}

/// Returns whether a job resource always has a member of this name. An extra member of such a name
/// is not written.
bool isJobMember(const QByteArray &name)
{
    static const QSet<QByteArray> names{"job_id",     "kind",          "status",     "progress",
                                        "step",       "message",       "owner",      "attempt",
                                        "restore_id", "external_id",   "created_at", "started_at",
                                        "updated_at", "finished_at",   "result",     "error",
                                        "labels",     "last_event_id", "source"};
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
    json.key("message");
    job.message.isEmpty() ? json.null() : json.string(job.message);
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

/// Reads the members of a text that toJson() wrote.
class JobReader
{
public:
    explicit JobReader(JsonMembers members) : m_members(std::move(members)) { }

    QByteArray text(const char *name)
    {
        const auto *member = find(name);
        return member ? member->utf8() : QByteArray();
    }
    qint64 time(const char *name) { return parseTime(text(name)).value_or(0); }
    /// Returns the exact text of a value; empty when it is absent or null.
    QByteArray raw(const char *name)
    {
        const auto *member = find(name);
        return member && !member->isNull() ? member->value.toByteArray() : QByteArray();
    }
    QJsonValue value(const char *name)
    {
        const auto *member = find(name);
        return member ? member->decoded() : QJsonValue(QJsonValue::Undefined);
    }
    /// Returns the extra members; of a repeated name the last one.
    RawMembers rest() const
    {
        std::vector<const JsonMembers::Member *> kept;
        QSet<QByteArrayView> seen;
        const auto &all = m_members.all();
        for (auto member = all.rbegin(); member != all.rend(); ++member) {
            if (isJobMember(member->name) || seen.contains(member->name))
                continue;
            seen.insert(member->name);
            kept.push_back(&*member);
        }
        RawMembers rest;
        for (auto member = kept.rbegin(); member != kept.rend(); ++member)
            rest.append((*member)->nameText, (*member)->value);
        return rest;
    }

private:
    JsonMembers::Member *find(const char *name) { return m_members.find(QLatin1String(name)); }

    JsonMembers m_members;
};

std::optional<Step> step(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    return Step{object.value(QLatin1String("current")).toInt(),
                object.value(QLatin1String("total")).toInt()};
}

void readTimes(Job &job, JobReader &reader)
{
    job.createdMs = reader.time("created_at");
    job.startedMs = reader.time("started_at");
    job.updatedMs = reader.time("updated_at");
    job.finishedMs = reader.time("finished_at");
}

void readState(Job &job, JobReader &reader)
{
    job.kind = parseJobKind(reader.text("kind")).value_or(JobKind::Generic);
    job.status = parseJobStatus(reader.text("status")).value_or(JobStatus::Queued);
    job.progress = qBound(0.0, reader.value("progress").toDouble(), 100.0);
    job.step = step(reader.value("step"));
    job.message = reader.value("message").toString();
    job.owner = reader.text("owner");
    job.attempt = qMax(1, reader.value("attempt").toInt(1));
    job.restoreId = reader.text("restore_id");
    job.externalId = reader.text("external_id");
    job.source = reader.text("source");
}

void readRest(Job &job, JobReader &reader)
{
    job.result = reader.raw("result");
    job.error = reader.raw("error");
    job.labels = reader.value("labels").toObject();
    if (const auto cursor = Cursor::parse(reader.text("last_event_id")))
        job.lastEvent = cursor->id;
    if (isTerminal(job.status))
        job.terminalEvent = job.lastEvent; // the attempt accepts no event after it
    job.extra = reader.rest();
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
    for (const JsonMembers::Member &member : job.extra.all()) {
        if (!isJobMember(member.name))
            json.rawKey(member.nameText).raw(member.value);
    }
    json.endObject();
    return json.take();
}

std::optional<Job> jobFromJson(const QByteArray &json)
{
    auto members = JsonMembers::parse(json, JsonScanner::maxDepth);
    if (!members)
        return std::nullopt;
    JobReader reader(std::move(*members));
    Job job;
    job.id = reader.text("job_id");
    if (!isValidId(job.id))
        return std::nullopt;
    readState(job, reader);
    readTimes(job, reader);
    readRest(job, reader);
    return job;
}

} // namespace hub
