// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCache>

namespace hub {

class Clock;

/// Counts refused tokens or signatures by caller, so that guessing does not keep the hub busy. A
/// caller over the limit is not locked out, because others may share its address: checks go on
/// within a rate that all callers over their limit share. Hub thread.
class FailureLimiter
{
public:
    struct Limits
    {
        int burst = 20; ///< Failures of one caller. One more is forgiven every refillMs.
        int checksPerS = 1'000; ///< Of all callers over their limit together.

        bool operator==(const Limits &) const = default;
    };
    static constexpr qint64 refillMs = 3'000;
    static constexpr int mostCallers = 10'000; ///< Then the one longest unseen is forgotten.

    /// `clock` is not owned.
    explicit FailureLimiter(const Clock *clock);
    FailureLimiter(const Clock *clock, const Limits &limits);

    /// Takes over other limits.
    void configure(const Limits &limits) { m_limits = limits; }

    /// 0 while `caller` is within its limit; otherwise the seconds until it is again.
    int retryAfterSeconds(const QByteArray &caller) const;
    void fail(const QByteArray &caller);

    /// Takes `count` (at least 1) checks of the rate for callers over their limit; false when there
    /// are not as many left.
    bool takeChecks(qint64 count);

private:
    /// As milliseconds of refill, so that no fraction is lost.
    struct Bucket
    {
        qint64 levelMs = 0;
        qint64 atMs = 0;
    };
    qint64 levelOf(const QByteArray &caller) const;

    const Clock *m_clock;
    Limits m_limits;
    mutable QCache<QByteArray, Bucket> m_buckets; // looking a thing up keeps it
    double m_checks = 0; ///< Left, at m_checksAtMs.
    qint64 m_checksAtMs = -1; ///< Before the first use.
};

} // namespace hub
