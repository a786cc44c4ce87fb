// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"
#include "hub/wire/job.h"
#include "hub/wire/topic.h"

namespace hub {

enum class EventType {
    Queued,
    Processing,
    Progress,
    Log, ///< A line of the job's output. Never skipped for a slow subscriber.
    Completed,
    Failed,
    Cancelled,
    TimedOut,
    Lost,
    Notification,
};

constexpr std::size_t eventTypes = 10; ///< The number of values of EventType.

/// Returns the word for JSON and SSE, such as `queued` or `timed_out`. It is also the SSE event
/// name of the native dialect.
QByteArray toString(EventType type);
std::optional<EventType> parseEventType(QByteArrayView text);

/// Returns whether an event of this type ends an attempt.
bool isTerminal(EventType type);
/// Returns the type of the event that brings a job to `status`.
EventType eventTypeOf(JobStatus status);
/// Returns the status that an event of this type brings; nullopt for progress, log, notification.
std::optional<JobStatus> statusOf(EventType type);

/// An immutable fact about a job, a user or the hub. An accepted event has an id.
struct Event
{
    EventId id;
    Topic topic;
    EventType type = EventType::Log;
    JobKind kind = JobKind::Generic;
    QByteArray name; ///< In the execution dialect (`pod.created`); empty = derived from `type`.
    QByteArray owner;
    QByteArray data; ///< JSON text in the native dialect, as stored and sent.
};

} // namespace hub
