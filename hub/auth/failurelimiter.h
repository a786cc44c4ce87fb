// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCache>

namespace hub {

class Clock;

/// Counts tokens that were refused, by address, so that guessing them does not keep the hub busy
/// with signatures: a bucket of 20, one more every 3 s. IPv6 addresses count by their /64, of which
/// one host has all. Hub thread.
class FailureLimiter
{
public:
    static constexpr int burst = 20;
    static constexpr qint64 refillMs = 3'000;
    static constexpr int mostAddresses = 10'000; ///< Then the one longest unseen is forgotten.

    /// `clock` is not owned.
    explicit FailureLimiter(const Clock *clock);

    /// 0 = may try; otherwise how long it has to wait.
    int retryAfterSeconds(const QByteArray &address) const;
    void fail(const QByteArray &address);

private:
    /// As milliseconds of refill, so that no fraction is lost.
    struct Bucket
    {
        qint64 levelMs = burst * refillMs;
        qint64 atMs = 0;
    };
    qint64 levelOf(const QByteArray &key) const;

    const Clock *m_clock;
    mutable QCache<QByteArray, Bucket> m_buckets; // looking a thing up keeps it
};

} // namespace hub
