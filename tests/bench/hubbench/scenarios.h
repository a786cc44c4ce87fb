// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/outcome.h"

namespace bench {

// Each starts a hub of its own, measures for some seconds and stops it.

/// One topic × 1 000 streams, events as fast as they can be delivered.
Outcome fanOutThroughput();
/// One topic × 10 000 streams, ten events a second: how long each takes to everybody.
Outcome fanOutLatency();
/// Eight connections, one completion webhook at a time each, every one of another job.
Outcome ingestWebhooks();
/// Eight connections, one publish at a time each.
Outcome ingestPublishes();
/// Batches of 1 000 events, one after the other.
Outcome ingestBatches();
/// 1 000 events behind a cursor, out of the store of a hub that was restarted.
Outcome replay();
/// 5 000 streams on which nothing happens.
Outcome idleStreams();

} // namespace bench
