// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/outcome.h"
#include "tests/bench/hubbench/trial.h"

namespace bench {

// Each starts a server of its own, measures for some seconds and stops it.

/// A: one topic × 1 000 streams, events as fast as they can be delivered; eight connections
/// publish one at a time each.
Outcome fanOut(const Trial &trial);
/// A with batches of 250 events.
Outcome fanOutBatches(const Trial &trial);
/// B: one topic × 10 000 streams, ten events a second: how long each takes to everybody.
Outcome wideFanOut(const Trial &trial);
/// C: 5 000 topics × 2 streams, 32 connections that publish one event at a time each.
Outcome topics(const Trial &trial);
/// D: 5 000 streams on which nothing happens.
Outcome idleStreams(const Trial &trial);
/// E: one topic × 100 streams, a hundred events a second.
Outcome steady(const Trial &trial);
/// F: eight connections, one publish at a time each.
Outcome ingest(const Trial &trial);
/// F: batches of 1 000 events, one after the other.
Outcome ingestBatches(const Trial &trial);
/// G: F, then F with 1 000 further connections open.
Outcome ingestBesideIdle(const Trial &trial);
/// Eight connections, one completion webhook at a time each, every one of another job.
Outcome webhooks(const Trial &trial);
/// 1 000 events behind a cursor, out of the store of a hub that was restarted.
Outcome replay(const Trial &trial);
/// Starts on a store of 1 000 000 events.
Outcome restart(const Trial &trial);
/// 20 000 events a second from 50 publishers for a long time: does memory stay flat?
Outcome soak(const Trial &trial);

struct Scenario
{
    enum class Needs { Streams, Batches, Hub };
    enum class Runs { ByDefault, WhenNamed };

    const char *name;
    const char *letter; ///< In the table of what is asked; may be empty.
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
