// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>

namespace ui {

/// Counts the notifications of the last hour, so that a storm of failures does not become a storm
/// of notifications. Times are steady times in ms.
class NoticeBudget
{
public:
    static constexpr std::chrono::milliseconds shortTime{600'000};
    static constexpr std::chrono::milliseconds longTime{3'600'000};

    /// Sets how many notifications `shortTime` and `longTime` may have; 0 = no limit.
    void setLimits(int perShortTime, int perLongTime);
    /// Returns whether another notification is within both limits.
    bool hasRoom(qint64 steadyMs) const;
    /// Counts a notification.
    void spend(qint64 steadyMs);

private:
    /// Returns the number of notifications that are younger than `time`.
    qsizetype within(std::chrono::milliseconds time, qint64 steadyMs) const;

    std::deque<qint64> m_spent; ///< Oldest first; none is older than longTime.
    int m_perShortTime = 0;
    int m_perLongTime = 0;
};

} // namespace ui
