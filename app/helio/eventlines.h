// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/output.h"
#include "hub/wire/job.h"
#include "ui/client/jobevent.h"

namespace helio {

/// Returns one line for people, in aligned columns: local time, job id (if `withJob`), event type
/// and the details of the event. All lines below end without a line feed.
QByteArray eventLine(const ui::JobEvent &event, bool withJob, const Output &output);
/// Returns one line of JSON: `{"id","time","type","job_id","data"}`. `data` is the text as
/// received, without line breaks.
QByteArray eventJson(const ui::JobEvent &event);

/// Returns a line that marks missed events and is easy to see among event lines.
QByteArray gapLine(const ui::Gap &gap, const Output &output);
/// Returns one line of JSON: `{"type":"hub.gap","requested","resumed_from","reason"}`.
QByteArray gapJson(const ui::Gap &gap);

/// Returns the current state of a job as a line with the columns of eventLine(), without the job
/// id.
QByteArray stateLine(const hub::Job &job, const Output &output);
/// Returns one line of JSON: `{"type":"hub.snapshot","as_of","job"}`. `asOf` is the wire id of the
/// last event that `job` includes.
QByteArray stateJson(const hub::Job &job, const QByteArray &asOf);

/// Returns the colour in which a line about an event of this type is printed.
Tone toneOf(hub::EventType type);
/// Returns for example `64.0%`. Limits `progress` to 0 to 100.
QString progressText(double progress);

} // namespace helio
