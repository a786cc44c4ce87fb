// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"

#include <QList>

#include <array>
#include <chrono>
#include <optional>

namespace ui {

/// Figures of a hub over the last 15 minutes, as points that each stand for step. A point without a
/// value is a gap: the monitor was not live, or did not run, in all of that time.
class HubHistory
{
public:
    static constexpr std::chrono::seconds step{5};
    static constexpr int points = 180;
    /// The values of one figure, the oldest first; always `points` of them.
    using Values = QList<std::optional<double>>;

    /// The figures of one second.
    struct Sample
    {
        double events = 0; ///< Events in that second.
        std::optional<double> connections; ///< nullopt = the hub does not tell them.
        bool live = false; ///< The monitor followed the hub.
    };

    /// `clock` is not owned and outlives this.
    explicit HubHistory(const Clock &clock) : m_clock(clock) { }

    /// Adds the figures of the second that has passed. Call it once a second. After a pause, such
    /// as the sleep of the machine, the missing points are gaps.
    void add(const Sample &sample);
    /// Forgets everything, because another hub follows.
    void clear();

    /// Events per second.
    Values events() const;
    /// Open connections of the hub.
    Values connections() const;
    /// Returns whether the monitor was live in all of a point's time.
    bool wasLive(int point) const { return at(point).live; }
    /// Time from the end of a point to that of the newest one.
    static std::chrono::seconds age(int point) { return step * (points - 1 - point); }

private:
    struct Point
    {
        std::optional<double> events;
        std::optional<double> connections;
        bool live = false;
    };

    const Point &at(int point) const;
    void finish();

    const Clock &m_clock;
    std::array<Point, points> m_points{};
    int m_head = 0; ///< Index of the oldest point.
    qint64 m_slot = -1; ///< Number of the step that is under way; -1 = none yet.
    double m_sum = 0; ///< Adds up the events in this step.
    int m_seconds = 0; ///< Samples in this step.
    bool m_live = true; ///< All of them were live.
    std::optional<double> m_connections; ///< The newest in this step.
};

} // namespace ui
