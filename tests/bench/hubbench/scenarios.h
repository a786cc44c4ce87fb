// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/outcome.h"
#include "tests/bench/hubbench/trial.h"

namespace bench {

// Each scenario starts its own server, measures for some seconds and stops the server. The letters
// are those of the table of `peers/compare`.

/// A: one topic × 1 000 streams. Eight connections, with one publish outstanding each, publish as
/// fast as events are delivered.
Outcome fanOut(const Trial &trial);
/// A: the same with batches of 250 events.
Outcome fanOutBatches(const Trial &trial);
/// B: one topic × 10 000 streams, ten events per second. Measures the latency of each delivery.
Outcome wideFanOut(const Trial &trial);
/// C: 5 000 topics × 2 streams, 32 connections with one publish outstanding each.
Outcome topics(const Trial &trial);
/// D: 5 000 streams without events.
Outcome idleStreams(const Trial &trial);
/// E: one topic × 100 streams, a hundred events per second.
Outcome steady(const Trial &trial);
/// F: eight connections with one publish outstanding each.
Outcome ingest(const Trial &trial);
/// F: batches of 1 000 events, one after the other.
Outcome ingestBatches(const Trial &trial);
/// G: like F, then like F beside 1 000 further open connections.
Outcome ingestBesideIdle(const Trial &trial);
/// Eight connections with one completion webhook outstanding each, each webhook for another job.
Outcome webhooks(const Trial &trial);
/// Replays 1 000 events from the store of a restarted hub.
Outcome replay(const Trial &trial);
/// Starts a hub on a store of 1 000 000 events.
Outcome restart(const Trial &trial);
/// 20 000 events per second from 50 publishers for a long time, to see whether memory stays
/// constant.
Outcome soak(const Trial &trial);

struct Scenario
{
    enum class Needs { Streams, Batches, Hub };
    enum class Runs { ByDefault, WhenNamed };

    const char *name;
    const char *letter; ///< Its letter in the table of `peers/compare`; may be empty.
    Outcome (*run)(const Trial &trial);
    Needs needs = Needs::Streams;
    Runs runs = Runs::ByDefault;

    bool suits(const Dialect &dialect) const
    {
        return needs == Needs::Streams || dialect.isHub()
               || (needs == Needs::Batches && dialect.hasBatches());
    }
};

inline constexpr Scenario scenarios[] = {
    {"fanout", "A", fanOut},
    {"fanout-batch", "A", fanOutBatches, Scenario::Needs::Batches},
    {"fanout-10000", "B", wideFanOut},
    {"topics", "C", topics},
    {"idle", "D", idleStreams},
    {"steady", "E", steady},
    {"ingest", "F", ingest},
    {"ingest-batch", "F", ingestBatches, Scenario::Needs::Batches},
    {"ingest-idle", "G", ingestBesideIdle},
    {"webhooks", "", webhooks, Scenario::Needs::Hub},
    {"replay", "", replay, Scenario::Needs::Hub},
    {"restart", "", restart, Scenario::Needs::Hub},
    {"soak", "", soak, Scenario::Needs::Batches, Scenario::Runs::WhenNamed},
};

} // namespace bench
