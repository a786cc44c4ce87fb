// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCache>

#include <chrono>

namespace hub {

class Clock;

/// Counts refused tokens or signatures by caller, so that guessing does not keep the hub busy. A
/// caller above its limit is not locked out, because others may share its address. Its checks share
/// a rate with those of all callers above their limit. Hub thread only.
class FailureLimiter
{
public:
    struct Limits
    {
        int burst = 20; ///< Failures of one caller. One is forgotten every `refill`.
        int checksPerS = 1'000; ///< Checks each second for all callers above their limit together.

        bool operator==(const Limits &) const = default;
    };
    static constexpr std::chrono::milliseconds refill{3'000};
    /// The caller not seen for longest is then forgotten.
    static constexpr int mostCallers = 10'000;

    /// `clock` is not owned.
    explicit FailureLimiter(const Clock *clock);
    FailureLimiter(const Clock *clock, const Limits &limits);

    /// Replaces the limits.
    void configure(const Limits &limits) { m_limits = limits; }

    /// Returns the time until `caller` is within its limit; 0 when it is within.
    std::chrono::seconds retryAfter(const QByteArray &caller) const;
    /// Counts a failure of `caller`.
    void fail(const QByteArray &caller);

    /// Takes `count` (at least 1) checks from the rate for callers above their limit. Returns false
    /// when too few are left.
    bool takeChecks(qint64 count);

private:
    /// A level as time of refill, so that no fraction is lost.
    struct Bucket
    {
        std::chrono::milliseconds level{0};
        qint64 atMs = 0;
    };
    std::chrono::milliseconds levelOf(const QByteArray &caller) const;

    const Clock *m_clock;
    Limits m_limits;
    mutable QCache<QByteArray, Bucket> m_buckets; // mutable: a lookup marks the entry as used
    double m_checks = 0; ///< Checks left at m_checksAtMs.
    qint64 m_checksAtMs = -1; ///< -1 before the first use.
};

} // namespace hub
