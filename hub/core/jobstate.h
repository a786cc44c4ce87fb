// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"
#include "hub/wire/jobchange.h"

#include <variant>

namespace hub {

/// Why a change was taken note of but changed nothing. The words go to delivery verdicts and
/// answers.
enum class Ignored {
    Terminal, ///< The attempt has ended, and the sender does not say that a new one began.
    Late, ///< The job is already further on.
    LateProgress, ///< Lower progress than the attempt has reached.
    OldAttempt, ///< About an attempt that is over.
    Duplicate, ///< Says what is already so.
    NotSigned, ///< Its sender may speak for another job or attempt, not for this one.
    NotLinked, ///< A user made the job and did not allow the source to fill it.
};

QByteArray toString(Ignored reason);

/// A job's message is cut to this many UTF-16 units, with an ellipsis as the last one. Each
/// progress event repeats it, so a long one would make every small event large. The text of a log
/// line is its event's alone, and is not cut.
constexpr qsizetype maxMessageLength = 4'096;

struct Applied
{
    Job job; ///< The job after the event.
    Event event; ///< With id, topic and data complete.
};

using Outcome = std::variant<Applied, Ignored>;

/// The state machine of api.md, pure: `queued → processing → completed | failed | cancelled |
/// timed_out | lost`. A terminal status is final for its attempt; progress never falls within an
/// attempt; a change that starts an attempt (startsAttempt()) does so at `queued` first; one that
/// is about an attempt before the job's is ignored. `id` and `nowMs` are the event's.
Outcome apply(const Job &job, const JobChange &change, EventId id, qint64 nowMs);

/// Whether the change says that a new attempt of the job began: by a higher number; for a running
/// job by a `restoreId` not seen yet. For a job that has ended, by such a `restoreId` of a
/// `queued`, or by a mark of its run (RunMark) that is later than the end. A log line starts none.
bool startsAttempt(const Job &job, const JobChange &change);

/// How a signature names whom its bearer may speak for: `job` with all its attempts, or with a
/// restore id `job/restore_id`. As no job id has a slash, nobody can make a job that is called as
/// another's attempt.
QByteArray attemptName(const QByteArray &jobId, const QByteArray &restoreId);
/// Returns the job id of such a name.
QByteArray jobOfAttempt(const QByteArray &name);

/// A job as it is created: queued, attempt 1. It has no event yet; apply() a `queued` change to get
/// its first.
Job newJob(const QByteArray &id, const JobChange &change, qint64 nowMs);

} // namespace hub
