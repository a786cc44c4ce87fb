// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobstore.h"

#include "hub/wire/eventid.h"

#include <chrono>
#include <optional>

namespace ui {

/// The number of jobs that ended while nobody followed the hub.
struct AwayCounts
{
    int failed = 0;
    int completed = 0;

    bool operator==(const AwayCounts &) const = default;
};

/// Finds out what happened while the monitor did not follow the hub: the events that the hub
/// replays and the jobs of the snapshot are history, and worth one digest at most. After a loss of
/// less than `brief` the replayed events count as live.
class AwayWatch
{
public:
    static constexpr std::chrono::milliseconds brief{15'000};
    /// The models are given this time to take the replayed events after the connection is back.
    static constexpr std::chrono::milliseconds settling{2'000};

    /// The facts about the session that matter here.
    struct Facts
    {
        bool current = false; ///< The jobs follow the hub; see isCurrent().
        bool idle = false; ///< The inbox of the session is empty, and there was a snapshot.
        QByteArray appliedId; ///< See Session::appliedId().
        qint64 steadyMs = 0;
    };

    /// Forgets everything. Call this when the monitor shows another hub. `mark` is an earlier
    /// result of mark() for this hub; empty = it was never shown.
    void reset(const QByteArray &mark);
    /// Call this once a second, and after each change of the connection. Returns the counts once
    /// after each time away, if any job ended.
    std::optional<AwayCounts> update(const Facts &facts, const JobStore &jobs);
    /// Returns whether the ends of jobs that arrive now are history.
    bool isHistory() const { return m_away; }
    /// Returns the wire id of the last event that is not history; empty = none.
    QByteArray mark() const { return m_mark ? m_mark->toWire() : QByteArray(); }

private:
    AwayCounts countSince(const hub::Cursor &mark, const JobStore &jobs) const;

    std::optional<hub::Cursor> m_mark;
    bool m_away = true;
    bool m_current = false;
    std::optional<qint64> m_sinceMs; ///< Steady time of the loss.
    std::optional<qint64> m_begunMs; ///< Steady time of the end of the loss.
};

} // namespace ui
