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
    Log, ///< A line of the job's own output: never merged, never skipped.
    Completed,
    Failed,
    Cancelled,
    TimedOut,
    Lost,
    Notification,
};

constexpr std::size_t eventTypes = 10; ///< How many there are.

/// Wire words: `queued`, `timed_out`, …, which are also the SSE event names of the native dialect.
QByteArray toString(EventType type);
std::optional<EventType> parseEventType(QByteArrayView text);

bool isTerminal(EventType type);
EventType eventTypeOf(JobStatus status);
/// The status that an event of this type brings; nullopt for progress, log and notification.
std::optional<JobStatus> statusOf(EventType type);

/// An immutable fact; once accepted it has an id.
struct Event
{
    EventId id;
    Topic topic;
    EventType type = EventType::Log;
    JobKind kind = JobKind::Generic;
    QByteArray name; ///< The execution dialect's own (`pod.created`); empty = by the type.
    QByteArray owner;
    QByteArray data; ///< JSON text of the native dialect, as stored and sent.
};

} // namespace hub
