// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/eventring.h"
#include "ui/models/formats.h"
#include "ui/models/logcolumns.h"

namespace ui {

/// Returns the time between two rows: `+318 ms`, `+1.2 s`, `+2:05`. A negative time has a minus
/// sign: the clocks of the hub and of the monitor differ.
QString formatDelta(std::chrono::milliseconds time);

/// Returns the event id of a row as the API writes it, `<ms>-<n>`; empty for a row of the monitor.
QString logId(const LogRow &row);

/// Returns the filter term for the events that have the same in this column. Empty if there is no
/// such term, and for rows of the monitor, which every filter shows. `ring` must hold `sequence`.
QString logTerm(const EventRing &ring, qint64 sequence, LogColumn column, TimeStyle style);

/// Returns a row as a JSON object in one line, without a line break. Members: `time`, `level`,
/// `event` or `note`, and if there is one `id`, `job`, `owner` and `message`.
QByteArray logJson(const EventRing &ring, qint64 sequence, const QString &owner = {});

/// Returns a row as a sentence for screen readers: `12:04:41.318, Error, Failed, job job-1, …`.
QString logSentence(const EventRing &ring, qint64 sequence, TimeStyle style);

} // namespace ui
