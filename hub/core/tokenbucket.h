// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace hub {

/// A rate limit: `perSecond` on average, at most `burst` at once. The caller passes the time. A
/// plain value.
class TokenBucket
{
public:
    TokenBucket(double perSecond, double burst)
        : m_perSecond(perSecond)
        , m_burst(std::max(burst, 1.0))
        , m_tokens(m_burst)
    { }

    /// Takes one token. Returns false when there is none. `steadyMs` is on the steady clock.
    bool take(qint64 steadyMs)
    {
        fill(steadyMs);
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

    /// Returns the time until take() succeeds, from 1 s to an hour.
    std::chrono::seconds timeToNext(qint64 steadyMs)
    {
        fill(steadyMs);
        constexpr double most = 3600;
        const double seconds = std::clamp(std::ceil((1 - m_tokens) / m_perSecond), 1.0, most);
        return std::chrono::seconds(static_cast<int>(seconds));
    }

private:
    void fill(qint64 steadyMs)
    {
        if (m_filledMs >= 0)
            m_tokens = std::min(
                m_burst,
                m_tokens + m_perSecond * static_cast<double>(steadyMs - m_filledMs) / 1000);
        m_filledMs = steadyMs;
    }

    double m_perSecond;
    double m_burst;
    double m_tokens;
    qint64 m_filledMs = -1; ///< -1 before the first use.
};

} // namespace hub
