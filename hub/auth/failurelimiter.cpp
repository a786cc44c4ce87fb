// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/failurelimiter.h"

#include "hub/base/clock.h"

#include <algorithm>

namespace hub {

FailureLimiter::FailureLimiter(const Clock *clock) : FailureLimiter(clock, Limits()) { }

FailureLimiter::FailureLimiter(const Clock *clock, const Limits &limits)
    : m_clock(clock)
    , m_limits(limits)
    , m_buckets(mostCallers)
{ }

qint64 FailureLimiter::levelOf(const QByteArray &caller) const
{
    const qint64 full = m_limits.burst * refillMs;
    const Bucket *bucket = m_buckets.object(caller);
    return bucket ? std::min(full, bucket->levelMs + m_clock->steadyMs() - bucket->atMs) : full;
}

int FailureLimiter::retryAfterSeconds(const QByteArray &caller) const
{
    const qint64 missingMs = refillMs - levelOf(caller);
    return missingMs <= 0 ? 0 : int((missingMs + 999) / 1000);
}

void FailureLimiter::fail(const QByteArray &caller)
{
    const qint64 levelMs = std::max<qint64>(0, levelOf(caller) - refillMs);
    m_buckets.insert(caller, new Bucket{levelMs, m_clock->steadyMs()});
}

bool FailureLimiter::takeChecks(qint64 count)
{
    const qint64 nowMs = m_clock->steadyMs();
    const double most = m_limits.checksPerS;
    const double gained = most * double(nowMs - m_checksAtMs) / 1000;
    m_checks = m_checksAtMs < 0 ? most : std::min(most, m_checks + gained);
    m_checksAtMs = nowMs;
    const double wanted = std::min(double(count), most); // the largest body must pass
    if (m_checks < wanted)
        return false;
    m_checks -= wanted;
    return true;
}

} // namespace hub
