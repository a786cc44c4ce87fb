// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"
#include "hub/wire/rawmembers.h"
#include "hub/wire/runmark.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace hub {

/// What a producer says happened to a job: the input of the state machine, before it has an id.
struct JobChange
{
    QByteArray jobId; ///< The job, when the producer knows our id,
    QByteArray externalId; ///< else (or besides) the provider's id.
    EventType type = EventType::Progress; ///< Never Notification.
    QByteArray name; ///< The execution dialect's name, when it was one.
    std::optional<JobKind> kind; ///< Only for a job that this change creates.
    QByteArray owner; ///< Likewise.
    QByteArray restoreId; ///< Attempt this is about; a new one starts a new attempt.
    std::optional<int> attempt; ///< Its number; a higher one than the job's starts it.
    RunMark run{}; ///< Of a sender that does not number its runs.
    std::optional<double> progress; ///< Percent, 0 to 100.
    std::optional<Step> step;
    std::optional<QString> message;
    QByteArray level; ///< Of a log line: `debug info warning error`; empty = not said.
    QByteArray result; ///< JSON text, empty = not said.
    QByteArray error; ///< JSON text, empty = not said.
    QByteArray data; ///< JSON text carried byte for byte, empty = not said.
    RawMembers extra; ///< Fields that we do not know, carried along in the event.
    /// The job or attempt that alone its sender may speak for, by id or restore id; empty = any.
    QByteArray signedFor{};
    int dropped = 0; ///< Unknown fields beyond the bound of FieldReader; not stored.
};

/// For storage: everything, as JSON text that jobChangeFromJson() reads back equal.
QByteArray toJson(const JobChange &change);
/// nullopt when the text is not one of ours.
std::optional<JobChange> jobChangeFromJson(const QByteArray &json);

} // namespace hub
