// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"
#include "hub/wire/jobchange.h"

#include <variant>

namespace hub {

/// Why an accepted change had no effect. The words appear in delivery effects and in answers.
enum class Ignored {
    Terminal, ///< The attempt has ended, and the change does not start another.
    Late, ///< The job is already in a later status.
    LateProgress, ///< The progress is lower than what the attempt has reached.
    OldAttempt, ///< The change is about an earlier attempt.
    Duplicate, ///< The job already shows what the change says.
    NotSigned, ///< The signature is for another job or attempt.
    NotLinked, ///< The source may not change this job; see WebhookReach.
};

QByteArray toString(Ignored reason);

/// The longest message of a job, in UTF-16 units. A longer one is cut and ends with an ellipsis.
/// Every progress event repeats the message, so a long one would make small events large. The text
/// of a log line is in its event only and is not cut.
constexpr qsizetype maxMessageLength = 4'096;

struct Applied
{
    Job job; ///< The job after the event.
    Event event; ///< Complete with id, topic and data.
};

using ChangeOutcome = std::variant<Applied, Ignored>;

/// The state machine, a pure function: `queued → processing → completed | failed | cancelled |
/// timed_out | lost`. A terminal status is final for its attempt. Progress never decreases within
/// an attempt. A change that starts an attempt (startsAttempt()) resets the job to `queued` first.
/// A change about an earlier attempt is ignored. `id` and `nowMs` (wall clock) become those of the
/// event.
ChangeOutcome applyChange(const Job &job, const JobChange &change, EventId id, qint64 nowMs);

/// Returns whether the change starts a new attempt. A higher attempt number always does. For a
/// running job, an unknown `restoreId` does. For an ended job, a `queued` change with an unknown
/// `restoreId` does, and so does a RunMark later than the end. A log line never does.
bool startsAttempt(const Job &job, const JobChange &change);

/// Returns the name that a callback signature is made for. `job` allows all attempts of the job,
/// `job/restore_id` only that attempt. A job id has no slash, so no job id equals the name of
/// another job's attempt.
QByteArray attemptName(const QByteArray &jobId, const QByteArray &restoreId);
/// Returns the job id in a name made by attemptName().
QByteArray jobOfAttempt(const QByteArray &name);

/// Returns a new job: queued, attempt 1, without an event. Call applyChange() with a `queued`
/// change for its first event.
Job newJob(const QByteArray &id, const JobChange &change, qint64 nowMs);

} // namespace hub
