// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"
#include "hub/wire/rawmembers.h"
#include "hub/wire/runmark.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace hub {

enum class JobKind { Generic, Restore, Execution, Image };
constexpr std::size_t jobKinds = 4; ///< How many there are.
enum class JobStatus { Queued, Processing, Completed, Failed, Cancelled, TimedOut, Lost };

/// Wire words of api.md: `restore`, `timed_out`, …
QByteArray toString(JobKind kind);
QByteArray toString(JobStatus status);
std::optional<JobKind> parseJobKind(QByteArrayView text);
std::optional<JobStatus> parseJobStatus(QByteArrayView text);

/// Completed, failed, cancelled, timed_out, lost: the attempt is over. Only a new one changes the
/// job.
bool isTerminal(JobStatus status);

struct Step
{
    int current = 0;
    int total = 0;

    bool operator==(const Step &) const = default;
};

/// A unit of work elsewhere whose progress we show. A plain value; times are ms since 1970 UTC, 0 =
/// not yet.
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
    QByteArray restoreId; ///< Id of the current attempt, when its producer names one.
    QByteArray externalId; ///< The provider's id, by which its webhooks find the job.
    QByteArray
        source; ///< Whose webhooks may name it by its id: they created it, or its creator said so.
    qint64 createdMs = 0;
    qint64 startedMs = 0;
    qint64 updatedMs = 0;
    qint64 finishedMs = 0;
    QByteArray result; ///< JSON text, empty = null.
    QByteArray error; ///< JSON text, empty = null.
    QJsonObject labels;
    RawMembers extra; ///< Request fields that we do not know, kept and given back.
    EventId lastEvent;
    EventId terminalEvent; ///< The event that ended its attempt; null while that runs.
    QByteArrayList
        pastRestoreIds; ///< Of its last 16 attempts before this one, oldest first; not on the wire.
    RunMark
        run; ///< What its sender said last of its run, at its beginning or end; not on the wire.
};

/// The job resource of api.md. Unset optional members are `null`, ids carry the epoch.
QByteArray toJson(const Job &job, const QByteArray &epoch);

/// Reads what toJson() writes (the client side). `result`, `error` and unknown members, which go to
/// `extra`, keep their text; nullopt without a valid `job_id`.
std::optional<Job> jobFromJson(const QByteArray &json);

} // namespace hub
