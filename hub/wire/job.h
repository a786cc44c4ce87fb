// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/json/rawmembers.h"
#include "hub/wire/eventid.h"
#include "hub/wire/runmark.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace hub {

enum class JobKind { Generic, Restore, Execution, Image };
constexpr std::size_t jobKinds = 4; ///< The number of values of JobKind.
enum class JobStatus { Queued, Processing, Completed, Failed, Cancelled, TimedOut, Lost };

/// Returns the word for JSON, such as `restore` or `timed_out`.
QByteArray toString(JobKind kind);
QByteArray toString(JobStatus status);
std::optional<JobKind> parseJobKind(QByteArrayView text);
std::optional<JobStatus> parseJobStatus(QByteArrayView text);

/// Returns whether the attempt is over: completed, failed, cancelled, timed_out or lost. After that
/// only a new attempt changes the job.
bool isTerminal(JobStatus status);

/// The current step of a job and the number of its steps.
struct Step
{
    int current = 0;
    int total = 0;

    bool operator==(const Step &) const = default;
};

/// A unit of work elsewhere whose progress the hub shows. A plain value. Times are milliseconds
/// since 1970 UTC; 0 = not yet.
struct Job
{
    QByteArray id;
    JobKind kind = JobKind::Generic;
    JobStatus status = JobStatus::Queued;
    double progress = 0; ///< Percent, 0 to 100; never falls within an attempt.
    std::optional<Step> step;
    QString message;
    QByteArray owner;
    int attempt = 1;
    QByteArray restoreId; ///< Id of the current attempt; empty = the producer gave none.
    QByteArray externalId; ///< The provider's id of the job; its webhooks find the job by it.
    /// The source whose webhooks may address this job by `id`. A webhook of this source created the
    /// job, or the job's creator named the source.
    QByteArray source;
    qint64 createdMs = 0;
    qint64 startedMs = 0;
    qint64 updatedMs = 0;
    qint64 finishedMs = 0;
    QByteArray result; ///< JSON text; empty = null.
    QByteArray error; ///< JSON text; empty = null.
    QJsonObject labels;
    RawMembers extra; ///< Unknown members of the request, kept and returned.
    EventId lastEvent;
    EventId terminalEvent; ///< The event that ended the attempt; null while it runs.
    /// Restore ids of at most 16 attempts before the current one, oldest first. Not in toJson().
    QByteArrayList pastRestoreIds;
    /// The run mark that the sender gave at the attempt's first or last event. Not in toJson().
    RunMark run;
};

/// Returns the job resource of resources/docs/api.md as JSON. Optional members without a value are
/// `null`. `last_event_id` contains `epoch`.
QByteArray toJson(const Job &job, const QByteArray &epoch);

/// Reads the result of toJson(), on the client side. `result`, `error` and unknown members keep
/// their exact text; unknown members go to `extra`. Returns nullopt when `json` is not an object
/// with a valid `job_id`.
std::optional<Job> jobFromJson(const QByteArray &json);

} // namespace hub
