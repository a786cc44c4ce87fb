// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"
#include "ui/client/jobevent.h"

#include <QString>

namespace ui {

/// What an event says, in one line without its type: `64 % · step 12/19 · upscaling`, `CUDA_OOM:
/// out of memory`.
QString eventText(const JobEvent &event);

/// `debug info warning error` of a log line, else empty.
QString eventLevel(const JobEvent &event);

/// What came of a job, in one line: its error, its result ("2 images"), or its latest message while
/// it runs.
QString outcomeText(const hub::Job &job);

/// The text of a JSON error member, which producers send as a string or as an object.
QString errorText(const QByteArray &json);

} // namespace ui
