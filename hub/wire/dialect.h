// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

namespace hub {

/// The form in which a stream sends events. The stream's path determines the dialect; see
/// resources/docs/streams.md.
enum class Dialect { Native, Execution, Image };

/// Returns the SSE event name of `event`. In the image dialect it is empty, so clients see
/// `message`. A notification is named `notification` in every dialect.
QByteArray eventName(const Event &event, Dialect dialect);

/// Returns the SSE data of `event`. In the image dialect a job's event becomes
/// `{"request_id","status":"OK|ERROR|PROGRESS",…}`; all other data is Event::data.
QByteArray eventData(const Event &event, Dialect dialect);

/// Returns the complete SSE frame with its id, `<epoch>.<ms>-<n>`.
QByteArray encodeFrame(const Event &event, Dialect dialect, const QByteArray &epoch);

/// Returns the event type for a name of the execution dialect; nullopt for an unknown name.
/// Examples: `pod.created` is queued, `execution.completed` is progress (at 100 %), `result_stored`
/// is completed. Dots and underscores in a name are interchangeable.
std::optional<EventType> executionEventType(QByteArrayView name);

/// Returns the usual spelling of a name of the execution dialect: `execution_failed` becomes
/// `execution.failed`. Returns an unknown name unchanged.
QByteArray canonicalExecutionName(QByteArrayView name);

} // namespace hub
