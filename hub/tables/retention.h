// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace hub {

/// Limits for webhooks that wait for an unknown job: their number and their bytes on disk. A
/// webhook above a limit is refused. An acknowledged webhook is never removed to free space.
struct WaitingLimits
{
    qint64 perSource = 10'000;
    qint64 bytesPerSource = 64LL * 1024 * 1024;
    qint64 perOwner = 1'000; ///< For all sources together; only where the owner is known.
    qint64 bytesPerOwner = 16LL * 1024 * 1024;
    qint64 perJob = 100; ///< For each source; changes that end the job may use twice as many.

    bool operator==(const WaitingLimits &) const = default;
};

/// How much is kept. The excess is removed in small steps, oldest first.
struct Retention
{
    std::chrono::milliseconds eventAge = std::chrono::hours{24 * 7};
    qint64 events = 1'000'000;
    int eventsPerJob = 20; ///< The last events of a job stay as long as the job; 1 or more.
    std::chrono::milliseconds finishedJobAge = std::chrono::hours{24 * 90};
    qint64 finishedJobs = 1'000'000;
    std::chrono::milliseconds deliveryAge = std::chrono::hours{24 * 7};
    qint64 deliveries = 100'000; ///< Neither refused ones nor those that wait for their job.
    qint64 deliveryBytes = 256LL * 1024 * 1024;
    qint64 refused = 1'000; ///< Deliveries whose sender was not verified.
    qint64 refusedBytes = 16LL * 1024 * 1024;
    std::chrono::milliseconds unmatchedAge = std::chrono::hours{24 * 7};
    WaitingLimits waiting;
    std::chrono::milliseconds dedupAge = std::chrono::hours{24 * 7};
    std::chrono::milliseconds idempotencyAge = std::chrono::hours{24};
};

} // namespace hub
