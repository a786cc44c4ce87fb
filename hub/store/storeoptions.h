// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace hub {

/// How many webhooks may wait for a job that is not known yet, and how much memory on disk they may
/// take. More are refused: none that was acknowledged is removed to make room.
struct WaitingLimits
{
    qint64 perSource = 10'000;
    qint64 bytesPerSource = 64LL * 1024 * 1024;
    qint64 perOwner = 1'000; ///< Of all sources; only where the owner is known.
    qint64 bytesPerOwner = 16LL * 1024 * 1024;
    qint64 perJob = 100; ///< Of one source. As many more may end the job.

    bool operator==(const WaitingLimits &) const = default;
};

/// How much is kept. Whatever goes beyond is removed in small steps, oldest first.
struct Retention
{
    std::chrono::milliseconds eventAge = std::chrono::hours{24 * 7};
    qint64 events = 1'000'000;
    int eventsPerJob = 20; ///< The last ones of a job stay as long as the job; 1 or more.
    std::chrono::milliseconds finishedJobAge = std::chrono::hours{24 * 90};
    qint64 finishedJobs = 1'000'000;
    std::chrono::milliseconds deliveryAge = std::chrono::hours{24 * 7};
    qint64 deliveries = 100'000; ///< Without those that wait for their job.
    qint64 deliveryBytes = 256LL * 1024 * 1024;
    qint64 refused = 1'000; ///< Deliveries whose sender could not show that they are its.
    qint64 refusedBytes = 16LL * 1024 * 1024;
    std::chrono::milliseconds unmatchedAge = std::chrono::hours{24 * 7};
    WaitingLimits waiting;
    std::chrono::milliseconds dedupAge = std::chrono::hours{24 * 7};
    std::chrono::milliseconds idempotencyAge = std::chrono::hours{24};
};

struct StoreOptions
{
    QString path; ///< The database file; its folder is created when missing.
    Retention retention;
    qint64 maxBytes = 0; ///< The database grows no further; 0 = as far as the disk goes.
    int maxValueBytes = 64 * 1024 * 1024; ///< No body or payload in the database is larger.
    qint64 waitingRequests = 40'000; ///< More are answered `store_busy`; writes and reads each.
    qint64 waitingBytes = 64LL * 1024 * 1024; ///< Likewise, their payloads together.
    int laneSharePercent = 25; ///< What one principal may hold of both.
    std::chrono::milliseconds busyTimeout{2'000}; ///< For others that hold a lock on the database.
    std::chrono::milliseconds probeInterval{
        1'000}; ///< Between attempts to commit again after a failure.
    std::chrono::milliseconds sweepPause{50}; ///< Idle time before each step of the retention.
    std::chrono::milliseconds sweepInterval{10'000}; ///< Between rounds of the retention.
};

} // namespace hub
