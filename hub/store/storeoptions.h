// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/tables/retention.h"

#include <QString>

#include <chrono>

namespace hub {

/// How a SqliteStore works.
struct StoreOptions
{
    QString path; ///< The database file; its folder is created when missing.
    Retention retention;
    qint64 maxBytes = 0; ///< Limit of the file's size; 0 = none.
    int maxValueBytes = 64 * 1024 * 1024; ///< Limit for one body or payload.
    /// Limit for writes and reads each; more are answered `store_busy`.
    qint64 waitingRequests = 40'000;
    qint64 waitingBytes = 64LL * 1024 * 1024; ///< Limit for their bytes, likewise.
    int laneSharePercent = 25; ///< Share of both limits for one principal.
    /// How long to wait for a lock of another program.
    std::chrono::milliseconds busyTimeout{2'000};
    /// Time between attempts to commit again after a failure.
    std::chrono::milliseconds probeInterval{1'000};
    std::chrono::milliseconds sweepPause{50}; ///< Idle time before each step of the retention.
    std::chrono::milliseconds sweepInterval{10'000}; ///< Time between rounds of the retention.
};

} // namespace hub
