// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/failurelimiter.h"

#include "hub/base/clock.h"

#include <algorithm>

namespace hub {

using namespace std::chrono_literals;

FailureLimiter::FailureLimiter(const Clock *clock) : FailureLimiter(clock, Limits()) { }

FailureLimiter::FailureLimiter(const Clock *clock, const Limits &limits)
    : m_clock(clock)
    , m_limits(limits)
    , m_buckets(mostCallers)
{ }

std::chrono::milliseconds FailureLimiter::levelOf(const QByteArray &caller) const
{
    const std::chrono::milliseconds full = m_limits.burst * refill;
    const Bucket *bucket = m_buckets.object(caller);
    if (!bucket)
        return full;
    const std::chrono::milliseconds gained(m_clock->steadyMs() - bucket->atMs);
    return std::min(full, bucket->level + gained);
}

std::chrono::seconds FailureLimiter::retryAfter(const QByteArray &caller) const
{
    const std::chrono::milliseconds missing = refill - levelOf(caller);
    return std::chrono::ceil<std::chrono::seconds>(std::max(missing, 0ms));
}

void FailureLimiter::fail(const QByteArray &caller)
{
    const std::chrono::milliseconds level = std::max(0ms, levelOf(caller) - refill);
    m_buckets.insert(caller, new Bucket{level, m_clock->steadyMs()});
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
