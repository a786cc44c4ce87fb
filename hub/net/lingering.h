// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>

namespace hub {

/// How long the end of a connection takes after its last byte was sent. A plain close with unread
/// input would send a reset, which destroys the answer on its way; so what still comes is dropped,
/// until the peer closes: most clients read their answer only when they have sent their whole body.
/// Bounded in bytes, in time without any, and in time altogether.
class Lingering
{
public:
    /// Notes `bytes` that were dropped; false when it is enough.
    bool drop(qint64 bytes)
    {
        m_dropped += bytes;
        return m_dropped <= mostBytes && !m_end.hasExpired();
    }

    /// How long to wait for more.
    std::chrono::milliseconds patience() const
    {
        return std::min(silence, std::chrono::milliseconds(m_end.remainingTime()));
    }

private:
    static constexpr qint64 mostBytes = 64 * 1024 * 1024;
    static constexpr std::chrono::milliseconds silence{2'000};
    static constexpr std::chrono::milliseconds mostTime{30'000};

    qint64 m_dropped = 0;
    QDeadlineTimer m_end{mostTime};
};

} // namespace hub
