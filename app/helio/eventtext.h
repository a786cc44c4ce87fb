// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/output.h"
#include "hub/wire/job.h"
#include "ui/client/jobevent.h"

namespace helio {

/// One aligned line for people: time, job (when `withJob`), type, and what the event says.
QByteArray eventLine(const ui::JobEvent &event, bool withJob, const Output &output);
/// `{"id","time","type","job_id","data"}`, `data` as received.
QByteArray eventJson(const ui::JobEvent &event);

/// A line nobody overlooks.
QByteArray gapLine(const ui::Gap &gap, const Output &output);
QByteArray gapJson(const ui::Gap &gap);

/// A job's state as a line of the same columns.
QByteArray stateLine(const hub::Job &job, const Output &output);
QByteArray stateJson(const hub::Job &job, const QByteArray &asOf);

Tone toneOf(hub::EventType type);
QString progressText(double progress);

} // namespace helio
