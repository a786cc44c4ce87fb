// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/closereason.h"
#include "hub/core/metrics.h"
#include "hub/core/segment.h"
#include "hub/core/subscription.h"

#include <array>
#include <chrono>

namespace hub {

/// The metrics of streams. Those that change with each frame are looked up once. Hub thread only.
class StreamMetrics
{
public:
    explicit StreamMetrics(Metrics &metrics);

    void opened(Scope scope);
    /// `age` is how long the stream was open.
    void closed(Scope scope, CloseReason reason, std::chrono::milliseconds age);
    void sent(const Segment &segment);
    void observeLatency(std::chrono::milliseconds latency, qint64 events)
    {
        m_latency.observe(latency, events);
    }
    void sentControl()
    {
        m_control.add();
        ++m_frames;
    }

    qint64 active() const { return m_active; }
    qint64 peak() const { return m_peak; }
    qint64 activeOf(Scope scope) const
    {
        return static_cast<qint64>(m_activeByScope[index(scope)]->value());
    }
    qint64 frames() const { return m_frames; } ///< Frames sent since the start.

    Counter &bytes; ///< Bytes passed to sockets.
    Counter &conflated;
    Gauge &lagMax;

private:
    template<typename Enum>
    static std::size_t index(Enum value)
    {
        return static_cast<std::size_t>(value);
    }

    Metrics &m_metrics;
    std::array<Gauge *, 6> m_activeByScope{};
    std::array<Counter *, eventTypes> m_sentByType{};
    Counter &m_control;
    Counter &m_opened;
    Histogram &m_latency;
    Histogram &m_duration;
    qint64 m_active = 0;
    qint64 m_peak = 0;
    qint64 m_frames = 0;
};

} // namespace hub
