// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/event.h"

#include "hub/wire/enumwords.h"

namespace hub {

namespace {
const EnumWords<EventType, eventTypes> &typeWords()
{
    static const EnumWords<EventType, eventTypes> words({"queued", "processing", "progress", "log",
                                                         "completed", "failed", "cancelled",
                                                         "timed_out", "lost", "notification"});
    return words;
}
} // namespace

QByteArray toString(EventType type)
{
    return typeWords().word(type);
}

std::optional<EventType> parseEventType(QByteArrayView text)
{
    return typeWords().value(text);
}

bool isTerminal(EventType type)
{
    const auto status = statusOf(type);
    return status && isTerminal(*status);
}

EventType eventTypeOf(JobStatus status)
{
    switch (status) {
    case JobStatus::Queued: return EventType::Queued;
    case JobStatus::Processing: return EventType::Processing;
    case JobStatus::Completed: return EventType::Completed;
    case JobStatus::Failed: return EventType::Failed;
    case JobStatus::Cancelled: return EventType::Cancelled;
    case JobStatus::TimedOut: return EventType::TimedOut;
    case JobStatus::Lost: break;
    }
    return EventType::Lost;
}

std::optional<JobStatus> statusOf(EventType type)
{
    switch (type) {
    case EventType::Queued: return JobStatus::Queued;
    case EventType::Processing: return JobStatus::Processing;
    case EventType::Completed: return JobStatus::Completed;
    case EventType::Failed: return JobStatus::Failed;
    case EventType::Cancelled: return JobStatus::Cancelled;
    case EventType::TimedOut: return JobStatus::TimedOut;
    case EventType::Lost: return JobStatus::Lost;
    case EventType::Progress:
    case EventType::Log:
    case EventType::Notification: break;
    }
    return std::nullopt;
}

} // namespace hub
