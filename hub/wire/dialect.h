// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

namespace hub {

/// The three payload dialects of api.md: how one event looks on the different stream paths.
enum class Dialect { Native, Execution, Image };

/// SSE event name of `event`; empty for the image dialect (unnamed = `message`).
QByteArray eventName(const Event &event, Dialect dialect);

/// SSE data of `event`: its own JSON, or the image dialect's
/// `{"request_id","status":"OK|ERROR|PROGRESS",…}`.
QByteArray eventData(const Event &event, Dialect dialect);

/// The complete frame, id included.
QByteArray encodeFrame(const Event &event, Dialect dialect, const QByteArray &epoch);

/// An execution dialect's name as a type (`pod.created` → queued, `execution.completed` and its
/// spelling `execution_completed` → progress at 100, `result_stored` → completed); nullopt for
/// unknown names.
std::optional<EventType> executionEventType(QByteArrayView name);

/// The dotted spelling of an execution event name: `execution_failed` → `execution.failed`.
QByteArray canonicalExecutionName(QByteArrayView name);

} // namespace hub
