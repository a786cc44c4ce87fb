// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/packing.h"
#include "hub/wire/event.h"

#include <array>
#include <vector>

namespace hub {

/// Consecutive events to write to a socket, with what a subscriber needs to know after writing
/// them.
struct Segment
{
    quint64 from = 0; ///< The first log position that was looked at.
    quint64 next = 0; ///< The log position to continue at.
    EventId first; ///< Of the first event; null for hub events.
    EventId reached; ///< Every log entry up to this id was looked at.
    EventId last; ///< Of the last event.
    std::vector<QByteArray> frames; ///< Shared with the log, or joined into one.
    qint64 bytes = 0;
    std::array<quint32, eventTypes> events{}; ///< Number of events by EventType.
    quint32 control = 0; ///< Number of events about the hub itself.
    quint32 conflated = 0; ///< Number of superseded events left out.
    qint64 committedMs = 0; ///< When the first event was committed; steady clock.
    /// Status of the stream's job, when the last event is terminal.
    std::optional<JobStatus> terminal;
    QByteArray terminalJob;
    std::optional<Block> chained; ///< Compressed block that refers to earlier blocks of the feed.
    /// Compressed block that refers to nothing. Both are made on demand.
    std::optional<Block> alone;

    bool isEmpty() const { return frames.empty(); }
    /// Returns the number of events, those of the hub included.
    qint64 eventCount() const;

    /// Appends one event. `endsWithJob`: the stream ends with its job, so a terminal event sets
    /// `terminal`.
    void take(const Event &event, const QByteArray &frame, bool endsWithJob);
    /// Joins the frames into one buffer, which one system call can send.
    void join();
    /// Returns all frames as one buffer.
    QByteArray joined() const;
};

} // namespace hub
