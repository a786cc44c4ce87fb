// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/event.h"

namespace hub {

/// What one event says about its job. The hub makes it from a change (hub/core/jobstate.h) and then
/// writes the event's data. Clients, and the hub after a crash, read it from that data.
struct JobDelta
{
    EventId id;
    EventType type = EventType::Log; ///< Never Notification.
    QByteArray jobId;
    qint64 timeMs = 0; ///< When the hub accepted the event, in ms since 1970 UTC.
    /// Id of the attempt; empty = the producer gave none. Of a log line it may be another attempt
    /// than the job's current one.
    QByteArray restoreId;
    QByteArray externalId; ///< The job's external id after the event; empty = none.
    int attempt = 1;

    /// These three are set in the first event of a job only.
    std::optional<JobKind> kind{};
    QByteArray owner{};
    QJsonObject labels{};

    /// Not set in a log line: it does not change the job.
    std::optional<double> progress{}; ///< Percent, 0 to 100.
    std::optional<Step> step{};
    std::optional<QString> message{};
    QByteArray result{}; ///< JSON text; empty = the event gives none.
    QByteArray error{}; ///< JSON text; empty = the event gives none.

    /// Set in a log line only.
    QByteArray level{}; ///< As the producer sent it, such as `warning`; empty = not set.
    QString line{};
};

/// Reads the data of a job's event in the native dialect (resources/docs/streams.md). Also reads a
/// job resource, as an event of the type that leads to its status. A member of an unexpected type
/// counts as absent; only a message may be any value, and then it is that value's JSON text.
/// Without a `time` member the time is that of `id`. The error is `bad_json` when `data` is not a
/// JSON object. Does not check the job id.
Result<JobDelta> parseJobDelta(EventId id, EventType type, const QByteArray &data);

/// Returns whether the event begins a later attempt than the job shows. Usually its number is
/// higher. The highest possible number may repeat, and then an event after the end or another
/// restore id proves it. Log lines begin no attempt: do not ask about them.
bool isOfLaterAttempt(const Job &job, const JobDelta &delta);

/// Applies an event to its job. This is the only place where an event changes a job: the hub, its
/// recovery and all clients call it, so that they agree. Pure. The events of a job must be applied
/// once and in the order of their ids. Checks nothing: the state machine has accepted the event.
/// Events do not contain `Job::source`, `Job::extra`, `Job::run` and the message that a job was
/// created with.
void applyDelta(Job &job, const JobDelta &delta);

/// Returns a number as a progress: limited to 0 to 100, and 0 when it is not finite.
double cleanProgress(double percent);

} // namespace hub
