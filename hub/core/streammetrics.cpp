// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/streammetrics.h"

#include <algorithm>

namespace hub {

namespace {
constexpr auto sentName = "sse_messages_sent_total";
constexpr auto sentHelp = "Frames written to streams, by event type.";
} // namespace

StreamMetrics::StreamMetrics(Metrics &metrics)
    : bytes(metrics.counter("sse_bytes_sent_total", "Bytes handed to stream sockets."))
    , conflated(metrics.counter("sse_conflated_total",
                                "Superseded progress frames that lagging streams skipped."))
    , lagMax(metrics.gauge("sse_lag_events_max", "Events that the slowest stream is behind."))
    , m_metrics(metrics)
    , m_control(metrics.counter(sentName, sentHelp, "type=\"control\""))
    , m_opened(metrics.counter("sse_connections_opened_total", "Streams opened."))
    , m_latency(metrics.histogram("sse_delivery_latency_seconds",
                                  "Seconds from the commit of an event to the socket."))
    , m_duration(metrics.histogram("sse_connection_duration_seconds",
                                   "Seconds that streams were open.", {},
                                   {1, 10, 60, 300, 1800, 3600, 4 * 3600, 24 * 3600}))
{
    for (std::size_t i = 0; i < m_activeByScope.size(); ++i)
        m_activeByScope[i] = &metrics.gauge("sse_connections_active", "Streams open now.",
                                            "scope=\"" + toString(static_cast<Scope>(i)) + '"');
    for (std::size_t i = 0; i < m_sentByType.size(); ++i)
        m_sentByType[i] = &metrics.counter(sentName, sentHelp,
                                           "type=\"" + toString(static_cast<EventType>(i)) + '"');
}

void StreamMetrics::opened(Scope scope)
{
    m_opened.add();
    m_activeByScope[index(scope)]->add(1);
    m_peak = std::max(m_peak, ++m_active);
}

void StreamMetrics::closed(Scope scope, CloseReason reason, std::chrono::milliseconds age)
{
    m_activeByScope[index(scope)]->add(-1);
    --m_active;
    m_duration.observe(age);
    m_metrics
        .counter("sse_connections_closed_total", "Streams closed, by reason.",
                 "reason=\"" + toString(reason) + '"')
        .add();
}

void StreamMetrics::sent(const Segment &segment)
{
    for (std::size_t i = 0; i < m_sentByType.size(); ++i)
        m_sentByType[i]->add(segment.events[i]);
    m_control.add(segment.control);
    m_frames += segment.eventCount();
}

} // namespace hub
