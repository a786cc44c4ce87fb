// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/packing.h"
#include "hub/wire/event.h"

#include <array>
#include <vector>

namespace hub {

/// A run of events as it goes onto a socket: frames in order, and what a subscriber has to know of
/// them once they are written.
struct Segment
{
    quint64 from = 0; ///< The first position of the log that was looked at.
    quint64 next = 0; ///< Where to go on.
    EventId first; ///< Of its first event; null for hub events.
    EventId reached; ///< Everything in the log up to this id was looked at.
    EventId last; ///< Of its last event.
    std::vector<QByteArray> frames; ///< Shared with the log, or joined to one.
    qint64 bytes = 0;
    std::array<quint32, eventTypes> events{}; ///< How many of each EventType.
    quint32 control = 0; ///< Events of the hub itself.
    quint32 conflated = 0; ///< Left out because something newer says the same.
    qint64 committedMs = 0; ///< Of its first event, steady clock.
    std::optional<JobStatus> terminal; ///< The job of the stream ended with its last event.
    QByteArray terminalJob;
    std::optional<Block> chained; ///< Compressed for those who follow the feed's blocks,
    std::optional<Block> alone; ///< and for anybody; when somebody asked.

    bool isEmpty() const { return frames.empty(); }
    qint64 eventCount() const;

    /// Adds one event of a stream that ends with its job, or does not.
    void take(const Event &event, const QByteArray &frame, bool endsWithJob);
    /// Puts the frames together, so that one system call with one buffer sends them.
    void join();
    /// The frames together, for what needs them as one.
    QByteArray joined() const;
};

} // namespace hub
