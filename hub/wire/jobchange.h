// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/json/rawmembers.h"
#include "hub/wire/event.h"
#include "hub/wire/runmark.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace hub {

/// A change of a job as a producer reports it. The state machine applies it and makes an Event.
struct JobChange
{
    QByteArray jobId; ///< The hub's id of the job; empty = found by externalId.
    QByteArray externalId; ///< The provider's id of the job; may be set together with jobId.
    EventType type = EventType::Progress; ///< Never Notification.
    QByteArray name; ///< In the execution dialect; empty when the producer used another.
    std::optional<JobKind> kind; ///< Used only when this change creates the job.
    QByteArray owner; ///< Owner of the job when this change creates it.
    QByteArray restoreId; ///< Id of the attempt; a new id can start an attempt.
    std::optional<int> attempt; ///< Number of the attempt; a higher one can start an attempt.
    RunMark run{}; ///< From a sender that does not number its attempts.
    std::optional<double> progress; ///< Percent, 0 to 100.
    std::optional<Step> step;
    std::optional<QString> message;
    QByteArray level; ///< Of a log line: `debug info warning error`; empty = not set.
    QByteArray result; ///< JSON text; empty = not set.
    QByteArray error; ///< JSON text; empty = not set.
    QByteArray data; ///< JSON text, passed on byte for byte; empty = not set.
    RawMembers extra; ///< Unknown members, passed on in the event.
    /// The only job or attempt that the sender may change: `<job id>` or `<job id>/<restore id>`.
    /// Empty = no restriction.
    QByteArray signedFor{};
    int dropped = 0; ///< Unknown members above FieldReader's limits. Not in toJson().
};

/// Returns the change as JSON text for the store. jobChangeFromJson() restores all of it except
/// `dropped`.
QByteArray toJson(const JobChange &change);
/// Reads the result of toJson(). Returns nullopt when the text is not one.
std::optional<JobChange> jobChangeFromJson(const QByteArray &json);

} // namespace hub
