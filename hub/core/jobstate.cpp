// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/jobstate.h"

#include "hub/core/jobeventdata.h"
#include "hub/wire/enumwords.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hub {

namespace {
/// Returns the progress clamped to 0 to 100; nullopt when it is absent or not finite.
std::optional<double> progressOf(const JobChange &change)
{
    if (!change.progress || !std::isfinite(*change.progress))
        return std::nullopt;
    return cleanProgress(*change.progress);
}

/// Returns the message cut to maxMessageLength.
QString shortened(const QString &message)
{
    if (message.size() <= maxMessageLength)
        return message;
    QString start = message.left(maxMessageLength - 1);
    if (start.back().isHighSurrogate())
        start.chop(1);
    return start + QChar(0x2026);
}

/// Returns whether the change names a restore id that the job never had. False for a job without a
/// restore id.
bool namesNewRestoreId(const Job &job, const JobChange &change)
{
    return !job.restoreId.isEmpty() && !change.restoreId.isEmpty()
           && change.restoreId != job.restoreId && !job.pastRestoreIds.contains(change.restoreId);
}

/// Returns whether the run of the change began after the attempt ended. The end of an attempt may
/// be reported twice with different times, so only a newer part proves another end.
bool isAfterEnd(const Job &job, const JobChange &change)
{
    return isTerminal(change.type) ? hasNewerPart(change.run, job.run)
                                   : isAfter(change.run, job.run);
}

/// Returns whether the change is about an earlier attempt: by its number, its restore id, or a
/// RunMark from before this attempt began.
bool isOldAttempt(const Job &job, const JobChange &change)
{
    const int attempt = change.attempt.value_or(job.attempt);
    if (attempt != job.attempt)
        return attempt < job.attempt;
    if (change.restoreId != job.restoreId && job.pastRestoreIds.contains(change.restoreId))
        return true;
    return job.attempt > 1 && isAfter(job.run, change.run);
}

/// Returns why the signature does not cover this job; nullopt when it does.
std::optional<Ignored> unsignedReason(const Job &job, const JobChange &change)
{
    const QByteArray &signedFor = change.signedFor;
    const auto isNamed = [&](const QByteArray &restoreId) {
        return signedFor == attemptName(job.id, restoreId);
    };
    if (signedFor.isEmpty() || signedFor == job.id || isNamed(job.restoreId))
        return std::nullopt;
    const QByteArrayList &past = job.pastRestoreIds;
    return std::any_of(past.begin(), past.end(), isNamed) ? Ignored::OldAttempt
                                                          : Ignored::NotSigned;
}

/// Returns the number of the attempt that the change starts.
int nextAttempt(const Job &job, const JobChange &change)
{
    const int next = std::min(job.attempt, std::numeric_limits<int>::max() - 1) + 1;
    return std::max(next, change.attempt.value_or(next));
}

/// Returns whether the change says anything that the job does not show. The job does not store
/// data, extra and unusual names of the execution dialect. They count as new: sent twice is better
/// than lost.
bool saysAnythingNew(const Job &job, const JobChange &change)
{
    const auto differs = [](const QByteArray &said, const QByteArray &known) {
        return !said.isEmpty() && said != known;
    };
    const auto progress = progressOf(change);
    return (progress && *progress > job.progress) || (change.step && change.step != job.step)
           || (change.message && shortened(*change.message) != job.message)
           || differs(change.result, job.result) || differs(change.error, job.error)
           || differs(change.restoreId, job.restoreId) || differs(change.externalId, job.externalId)
           || !change.data.isEmpty() || !change.extra.isEmpty()
           || differs(change.name, QByteArrayLiteral("pod.running"));
}

/// Returns why a change within the attempt of a running job is ignored; nullopt when it is applied.
std::optional<Ignored> refusal(const Job &job, const JobChange &change)
{
    if (change.type == EventType::Log || isTerminal(change.type))
        return std::nullopt;
    if (change.type == EventType::Queued) {
        if (job.status != JobStatus::Queued)
            return Ignored::Late;
        return saysAnythingNew(job, change) || !change.name.isEmpty()
                   ? std::nullopt
                   : std::optional(Ignored::Duplicate);
    }
    if (job.status == JobStatus::Queued)
        return std::nullopt;
    const auto progress = progressOf(change);
    if (progress && *progress < job.progress)
        return Ignored::LateProgress;
    return saysAnythingNew(job, change) ? std::nullopt : std::optional(Ignored::Duplicate);
}

/// Returns whether a late `queued` has an id that the running job lacks. A worker may report before
/// the job's creator has read the provider's answer.
bool tellsIdsLate(const Job &job, const JobChange &change)
{
    const bool hasId = (!change.externalId.isEmpty() && change.externalId != job.externalId)
                       || (!change.restoreId.isEmpty() && change.restoreId != job.restoreId);
    return change.type == EventType::Queued && job.status == JobStatus::Processing && hasId;
}

/// Returns the part of such a change that is still applied: its ids, without a step back to
/// `queued`.
JobChange idsOf(const JobChange &change)
{
    JobChange ids;
    ids.jobId = change.jobId;
    ids.type = EventType::Progress;
    ids.externalId = change.externalId;
    ids.restoreId = change.restoreId;
    ids.signedFor = change.signedFor;
    return ids;
}

/// Adds what a change other than a log line says about the state of the job.
void addState(JobDelta &delta, const Job &job, const JobChange &change)
{
    if (!change.externalId.isEmpty())
        delta.externalId = change.externalId;
    if (change.progress)
        delta.progress = cleanProgress(*change.progress);
    delta.step = change.step;
    if (change.message)
        delta.message = shortened(*change.message);
    else if (!isOfLaterAttempt(job, delta) && job.message.size() > maxMessageLength)
        delta.message = shortened(job.message); // stored before the limit existed
    delta.result = change.result;
    delta.error = change.error;
}

/// Returns what the event of an accepted change says. `attempt` is the number of its attempt.
JobDelta deltaOf(const Job &job, const JobChange &change, int attempt, EventId id, qint64 nowMs)
{
    JobDelta delta{id, change.type, job.id, nowMs, job.restoreId, job.externalId, attempt};
    if (!change.restoreId.isEmpty())
        delta.restoreId = change.restoreId;
    if (change.type != EventType::Log) {
        addState(delta, job, change);
    } else {
        delta.level = change.level;
        delta.line = change.message.value_or(QString());
    }
    return delta;
}

/// Returns the run mark of the job after the change. `before` is that of the change's attempt.
RunMark runAfter(const RunMark &before, const JobChange &change)
{
    if (!isTerminal(change.type))
        return before;
    // An end reported without marks cannot be ordered among them. Only an attempt number or a
    // restore id then starts another attempt.
    if (change.run.isEmpty())
        return {};
    return {std::max(before.part, change.run.part), std::max(before.atMs, change.run.atMs)};
}

Applied commit(const Job &job, const RunMark &run, const JobChange &change, const JobDelta &delta)
{
    Job after = job;
    applyDelta(after, delta);
    after.run = runAfter(run, change);
    Event event{delta.id, Topic::job(job.id), delta.type, after.kind, change.name, after.owner, {}};
    event.data = jobEventData(job, after, delta, change);
    return {std::move(after), std::move(event)};
}
} // namespace

QByteArray toString(Ignored reason)
{
    static const EnumWords<Ignored, 7> words({"terminal", "late", "late_progress", "old_attempt",
                                              "duplicate", "not_signed", "not_linked"});
    return words.word(reason);
}

QByteArray attemptName(const QByteArray &jobId, const QByteArray &restoreId)
{
    return restoreId.isEmpty() ? jobId : jobId + '/' + restoreId;
}

QByteArray jobOfAttempt(const QByteArray &name)
{
    const qsizetype slash = name.indexOf('/');
    return slash < 0 ? name : name.left(slash);
}

bool startsAttempt(const Job &job, const JobChange &change)
{
    if (change.type == EventType::Log)
        return false; // output may arrive in any order, so a line of a later attempt is only shown
    if (change.attempt && *change.attempt != job.attempt)
        return *change.attempt > job.attempt;
    if (!isTerminal(job.status))
        return namesNewRestoreId(job, change);
    return isAfterEnd(job, change)
           || (change.type == EventType::Queued && namesNewRestoreId(job, change));
}

ChangeOutcome applyChange(const Job &job, const JobChange &change, EventId id, qint64 nowMs)
{
    if (const auto reason = unsignedReason(job, change))
        return *reason;
    const bool starts = startsAttempt(job, change);
    if (isTerminal(job.status) && !starts)
        return statusOf(change.type) == job.status ? Ignored::Duplicate : Ignored::Terminal;
    if (isOldAttempt(job, change))
        return Ignored::OldAttempt;
    if (starts || job.lastEvent.isNull()) {
        const int attempt = starts ? nextAttempt(job, change) : job.attempt;
        return commit(job, change.run, change, deltaOf(job, change, attempt, id, nowMs));
    }
    if (tellsIdsLate(job, change)) {
        const JobChange ids = idsOf(change);
        return commit(job, job.run, ids, deltaOf(job, ids, job.attempt, id, nowMs));
    }
    if (const auto reason = refusal(job, change))
        return *reason;
    return commit(job, job.run, change, deltaOf(job, change, job.attempt, id, nowMs));
}

Job newJob(const QByteArray &id, const JobChange &change, qint64 nowMs)
{
    Job job;
    job.id = id;
    job.kind = change.kind.value_or(JobKind::Generic);
    job.owner = change.owner;
    job.restoreId = change.restoreId;
    job.externalId = change.externalId;
    job.createdMs = nowMs;
    job.updatedMs = nowMs;
    return job;
}

} // namespace hub
