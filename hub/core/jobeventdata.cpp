// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/jobeventdata.h"

#include "hub/wire/jsonwriter.h"

#include <QSet>

namespace hub {

namespace {
/// Members that mean something of ours in an event; an extra one of such a name is not carried.
bool isEventMember(const QByteArray &name)
{
    static const QSet<QByteArray> names{
        "job_id",   "restore_id", "execution_id", "external_id", "status", "attempt",
        "progress", "step",       "message",      "level",       "result", "error",
        "data",     "time",       "kind",         "owner",       "labels"};
    return names.contains(name);
}

void writeIdentity(JsonWriter &json, const Job &job, const JobChange &change)
{
    // A log line may be of another attempt than the one the job is in.
    const bool ownAttempt = change.type == EventType::Log && !change.restoreId.isEmpty();
    json.key("job_id").string(job.id);
    json.textIf("restore_id", ownAttempt ? change.restoreId : job.restoreId);
    if (job.kind == JobKind::Execution)
        json.key("execution_id").string(job.id);
    json.textIf("external_id", job.externalId);
    json.key("status").string(toString(job.status));
    if (job.attempt > 1)
        json.key("attempt").number(qint64(job.attempt));
}

/// A job's first event also says what the job is, so that followers need not ask.
void writeNature(JsonWriter &json, const Job &job)
{
    json.key("kind").string(toString(job.kind));
    json.textIf("owner", job.owner);
    if (!job.labels.isEmpty())
        json.key("labels").value(job.labels);
}

void writeStep(JsonWriter &json, const Job &before, const Job &after, bool always)
{
    if (!always && before.step == after.step)
        return;
    if (!after.step) {
        if (before.step)
            json.key("step").null(); // a new attempt starts without
        return;
    }
    json.key("step").beginObject();
    json.key("current").number(qint64(after.step->current));
    json.key("total").number(qint64(after.step->total)).endObject();
}

/// `null` when a new attempt took it back.
void writeOutcome(JsonWriter &json, QByteArrayView name, const QByteArray &before,
                  const QByteArray &after, bool always)
{
    // Mostly they share their bytes, which may be many.
    const bool shared = before.constData() == after.constData() && before.size() == after.size();
    if (!shared && before != after)
        json.key(name).raw(after);
    else if (always)
        json.rawIf(name, after);
}

void writeState(JsonWriter &json, const Job &before, const Job &after, const JobChange &change)
{
    const bool isProgress = change.type == EventType::Progress;
    if (isProgress || change.progress || before.progress != after.progress)
        json.key("progress").number(after.progress);
    writeStep(json, before, after, isProgress || change.step);
    const bool isNews = change.message || before.message != after.message;
    if (isNews || (isProgress && !after.message.isEmpty()))
        json.key("message").string(after.message);
    writeOutcome(json, "result", before.result, after.result, isTerminal(change.type));
    writeOutcome(json, "error", before.error, after.error, isTerminal(change.type));
}

void writeLog(JsonWriter &json, const JobChange &change)
{
    json.textIf("level", change.level);
    json.key("message").string(change.message.value_or(QString()));
}
} // namespace

QByteArray jobEventData(const Job &before, const Job &after, const JobChange &change, qint64 nowMs)
{
    JsonWriter json;
    json.beginObject();
    writeIdentity(json, after, change);
    if (before.lastEvent.isNull())
        writeNature(json, after);
    if (change.type == EventType::Log)
        writeLog(json, change);
    else
        writeState(json, before, after, change);
    json.rawIf("data", change.data);
    json.key("time").time(nowMs);
    for (const JsonMembers::Member &member : change.extra.all()) {
        if (!isEventMember(member.name))
            json.rawKey(member.nameText).raw(member.value);
    }
    json.endObject();
    return json.take();
}

} // namespace hub
