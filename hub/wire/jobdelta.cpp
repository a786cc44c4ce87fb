// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/jobdelta.h"

#include "hub/base/timetext.h"
#include "hub/base/utf8.h"
#include "hub/json/jsonmembers.h"
#include "hub/json/jsonscanner.h"

#include <algorithm>
#include <cmath>

namespace hub {

namespace {

using Member = JsonMembers::Member;

QString textOf(const Member &member)
{
    return member.isString() ? member.string() : fromUtf8(member.value);
}

Step stepOf(const QJsonObject &step)
{
    return {step.value(QLatin1String("current")).toInt(),
            step.value(QLatin1String("total")).toInt()};
}

/// Reads a member that any event may have. Returns whether it has such a name.
bool readIdentity(JobDelta &delta, const Member &member)
{
    if (member.name == "job_id")
        delta.jobId = member.utf8();
    else if (member.name == "restore_id")
        delta.restoreId = member.utf8();
    else if (member.name == "external_id")
        delta.externalId = member.utf8();
    else if (member.name == "attempt")
        delta.attempt = std::max(1, member.decoded().toInt(1));
    else if (member.name == "time")
        delta.timeMs = parseTime(member.utf8()).value_or(delta.timeMs);
    else if (member.name == "kind")
        delta.kind = parseJobKind(member.utf8());
    else if (member.name == "owner")
        delta.owner = member.utf8();
    else if (member.name == "labels")
        delta.labels = member.decoded().toObject();
    else
        return false;
    return true;
}

void readLine(JobDelta &delta, const Member &member)
{
    if (member.name == "level")
        delta.level = member.utf8();
    else if (member.name == "message")
        delta.line = textOf(member);
}

void readState(JobDelta &delta, const Member &member)
{
    if (member.name == "progress" && member.isNumber())
        delta.progress = cleanProgress(member.value.toDouble());
    else if (member.name == "step" && member.value.startsWith('{'))
        delta.step = stepOf(member.decoded().toObject());
    else if (member.name == "message")
        delta.message = textOf(member);
    else if (member.name == "result")
        delta.result = member.value.toByteArray();
    else if (member.name == "error")
        delta.error = member.value.toByteArray();
}

void retireRestoreId(Job &job)
{
    constexpr qsizetype most = 16;
    if (job.restoreId.isEmpty())
        return;
    job.pastRestoreIds.removeAll(job.restoreId);
    job.pastRestoreIds.append(job.restoreId);
    if (job.pastRestoreIds.size() > most)
        job.pastRestoreIds.removeFirst();
}

/// Clears everything that belongs to the previous attempt.
void startAttempt(Job &job)
{
    retireRestoreId(job);
    job.progress = 0;
    job.step.reset();
    job.message.clear();
    job.startedMs = 0;
    job.finishedMs = 0;
    job.terminalEvent = {};
    job.result.clear();
    job.error.clear();
}

/// Applies what does not belong to an attempt. Every event repeats the external id.
void applyNature(Job &job, const JobDelta &delta)
{
    if (job.lastEvent.isNull()) {
        job.createdMs = delta.timeMs;
        job.restoreId = delta.restoreId;
    }
    job.externalId = delta.externalId;
    job.kind = delta.kind.value_or(job.kind);
    if (!delta.owner.isEmpty())
        job.owner = delta.owner;
    if (!delta.labels.isEmpty())
        job.labels = delta.labels;
}

void applyFields(Job &job, const JobDelta &delta)
{
    job.attempt = std::max(job.attempt, delta.attempt);
    if (!delta.restoreId.isEmpty())
        job.restoreId = delta.restoreId;
    if (delta.progress)
        job.progress = std::max(job.progress, *delta.progress);
    if (delta.step)
        job.step = delta.step;
    if (delta.message)
        job.message = *delta.message;
    if (!delta.result.isEmpty())
        job.result = delta.result;
    if (!delta.error.isEmpty())
        job.error = delta.error;
}

void applyStatus(Job &job, const JobDelta &delta)
{
    job.status = statusOf(delta.type).value_or(JobStatus::Processing);
    if (job.status == JobStatus::Processing && job.startedMs == 0)
        job.startedMs = delta.timeMs;
    if (!isTerminal(job.status))
        return;
    if (job.status == JobStatus::Completed)
        job.progress = 100;
    job.finishedMs = delta.timeMs;
    job.terminalEvent = delta.id;
}

} // namespace

Result<JobDelta> parseJobDelta(EventId id, EventType type, const QByteArray &data)
{
    const auto members = JsonMembers::parse(data, JsonScanner::maxDepth);
    if (!members)
        return members.error();
    JobDelta delta;
    delta.id = id;
    delta.type = type;
    delta.timeMs = id.ms;
    const auto read = type == EventType::Log ? readLine : readState;
    for (const Member &member : members->all()) {
        if (!member.isNull() && !readIdentity(delta, member))
            read(delta, member);
    }
    return delta;
}

bool isOfLaterAttempt(const Job &job, const JobDelta &delta)
{
    return delta.attempt > job.attempt || isTerminal(job.status)
           || (!job.restoreId.isEmpty() && !delta.restoreId.isEmpty()
               && delta.restoreId != job.restoreId);
}

void applyDelta(Job &job, const JobDelta &delta)
{
    applyNature(job, delta);
    if (delta.type != EventType::Log) {
        if (isOfLaterAttempt(job, delta))
            startAttempt(job);
        applyFields(job, delta);
        applyStatus(job, delta);
    }
    job.updatedMs = delta.timeMs;
    job.lastEvent = delta.id;
}

double cleanProgress(double percent)
{
    return std::isfinite(percent) ? std::clamp(percent, 0.0, 100.0) : 0;
}

} // namespace hub
