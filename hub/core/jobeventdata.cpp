// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/jobeventdata.h"

#include "hub/json/jsonwriter.h"

#include <QSet>

namespace hub {

namespace {
/// Returns whether the hub itself gives this member a meaning. An extra field with such a name is
/// left out.
bool isEventMember(const QByteArray &name)
{
    static const QSet<QByteArray> names{
        "job_id",   "restore_id", "execution_id", "external_id", "status", "attempt",
        "progress", "step",       "message",      "level",       "result", "error",
        "data",     "time",       "kind",         "owner",       "labels"};
    return names.contains(name);
}

void writeIdentity(JsonWriter &json, const Job &job, const JobDelta &delta)
{
    json.key("job_id").string(job.id);
    json.textIf("restore_id", delta.restoreId);
    if (job.kind == JobKind::Execution)
        json.key("execution_id").string(job.id);
    json.textIf("external_id", delta.externalId);
    json.key("status").string(toString(job.status));
    if (job.attempt > 1)
        json.key("attempt").number(qint64(job.attempt));
}

/// The first event of a job also describes the job, so that subscribers need not request it.
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
            json.key("step").null(); // a new attempt starts without one
        return;
    }
    json.key("step").beginObject();
    json.key("current").number(qint64(after.step->current));
    json.key("total").number(qint64(after.step->total)).endObject();
}

/// Writes `null` when a new attempt cleared the value.
void writeOutcome(JsonWriter &json, QByteArrayView name, const QByteArray &before,
                  const QByteArray &after, bool always)
{
    // Usually both share their bytes, which may be many: compare the pointers first.
    const bool shared = before.constData() == after.constData() && before.size() == after.size();
    if (!shared && before != after)
        json.key(name).raw(after);
    else if (always)
        json.rawIf(name, after);
}

void writeState(JsonWriter &json, const Job &before, const Job &after, const JobDelta &delta)
{
    const bool isProgress = delta.type == EventType::Progress;
    if (isProgress || delta.progress || before.progress != after.progress)
        json.key("progress").number(after.progress);
    writeStep(json, before, after, isProgress || delta.step);
    const bool isNews = delta.message || before.message != after.message;
    if (isNews || (isProgress && !after.message.isEmpty()))
        json.key("message").string(after.message);
    // A new attempt begins without an outcome, so even the same value is new.
    const bool always = isTerminal(delta.type) || isOfLaterAttempt(before, delta);
    writeOutcome(json, "result", before.result, after.result, always);
    writeOutcome(json, "error", before.error, after.error, always);
}

void writeLog(JsonWriter &json, const JobDelta &delta)
{
    json.textIf("level", delta.level);
    json.key("message").string(delta.line);
}
} // namespace

QByteArray jobEventData(const Job &before, const Job &after, const JobDelta &delta,
                        const JobChange &change)
{
    JsonWriter json;
    json.beginObject();
    writeIdentity(json, after, delta);
    if (before.lastEvent.isNull())
        writeNature(json, after);
    if (delta.type == EventType::Log)
        writeLog(json, delta);
    else
        writeState(json, before, after, delta);
    json.rawIf("data", change.data);
    json.key("time").time(delta.timeMs);
    for (const JsonMembers::Member &member : change.extra.all()) {
        if (!isEventMember(member.name))
            json.rawKey(member.nameText).raw(member.value);
    }
    json.endObject();
    return json.take();
}

} // namespace hub
