// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"
#include "ui/client/jobevent.h"

#include <QString>

namespace ui {

/// Returns the content of an event in one line, without its type: `64 % · step 12/19 · upscaling`
/// or `CUDA_OOM: out of memory`.
QString eventText(const JobEvent &event);

/// Returns the outcome of a job in one line: its error, otherwise its result ("2 images"),
/// otherwise its latest message.
QString outcomeText(const hub::Job &job);

/// Returns the text of an `error` member. Producers send it as a string or as an object with `code`
/// and `message`.
QString errorText(const QByteArray &json);

} // namespace ui
