// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"
#include "ui/models/session.h"

namespace bench {

constexpr int sampleJobs = 10'000;

/// Event number `n` of a busy hub as the client layer delivers it: progress of jobs in turn.
ui::JobEvent sampleEvent(qint64 n, qint64 ms);

constexpr int fullLog = 1'000'000;

/// Gives a live session the sample events 0 to fullLog - 1 and lets it apply them.
void fillLog(ui::Session &session);

} // namespace bench
