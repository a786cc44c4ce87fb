// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/eventlog.h"
#include "hub/core/segment.h"
#include "hub/core/sharedsnapshot.h"
#include "hub/core/subscription.h"

#include <memory>

namespace hub {

class Subscriber;

/// All streams with the same subscription. An event is matched against the feed once, for all its
/// members. Members at the same log position share the bytes that they write. Hub thread only.
class Feed : public std::enable_shared_from_this<Feed>
{
public:
    /// `log` and `pool` outlive the feed. A segment holds at most `segmentBytes`, or one larger
    /// frame.
    Feed(Subscription subscription, const EventLog &log, PackerPool &pool, qint64 segmentBytes);
    Q_DISABLE_COPY_MOVE(Feed)

    const Subscription &subscription() const { return m_subscription; }

    const std::vector<Subscriber *> &members() const { return m_members; }
    void join(Subscriber *subscriber) { m_members.push_back(subscriber); }
    /// Does nothing when the subscriber is not a member.
    void leave(Subscriber *subscriber);

    /// The first new event for the members.
    struct Mark
    {
        quint64 position = 0; ///< Of that event in the log.
        EventId before; ///< The head of the log before that event.
    };
    /// Records that an event matches. Returns false when the feed is marked already and waits to be
    /// served.
    bool mark(quint64 position, EventId before);
    bool isMarked() const { return m_mark.has_value(); }
    /// Returns the mark and clears it.
    Mark takeMark();

    /// Returns the matching events from `position` on, as one buffer. Members at the same position
    /// share the segment until dropSegments() is called or an event is appended.
    Segment &segmentFrom(quint64 position);
    /// Returns the bytes that append a segment of segmentFrom() to a compressed stream. A segment
    /// is compressed at most twice: once for members that have every earlier block of the run,
    /// and once for all others.
    QByteArray pack(Segment &segment, PackedStream &stream);
    /// Returns a segment for one member: the matching events from `position` on with an id above
    /// `cursor`, not joined. With `lagging` it leaves out superseded events.
    Segment segmentFor(quint64 position, EventId cursor, bool lagging) const;
    /// Frees the shared segments. Called at the end of a turn, because most feeds are quiet most of
    /// the time.
    void dropSegments() { m_segments = {}; }

    /// Returns the snapshot last given to a member; null when no stream is being sent it any more.
    std::shared_ptr<SharedSnapshot> snapshot() const { return m_snapshot.lock(); }
    void setSnapshot(const std::shared_ptr<SharedSnapshot> &snapshot) { m_snapshot = snapshot; }

private:
    Segment gather(quint64 position, EventId after, bool skipSuperseded) const;
    quint64 nextPosition(const LogEntry &entry, quint64 position) const;

    const Subscription m_subscription;
    const EventLog &m_log;
    const qint64 m_segmentBytes;
    /// The subscription names one job, so the log links from event to event.
    const bool m_oneTopic;
    std::vector<Subscriber *> m_members;
    std::vector<Segment> m_segments;
    quint64 m_segmentsEnd = 0; ///< End of the log when the segments were gathered.
    std::optional<Mark> m_mark;
    std::weak_ptr<SharedSnapshot> m_snapshot;
    SegmentPacker m_packer;
    quint64 m_packedTo = 0; ///< Only segments from this position on become blocks of the packer.
};

} // namespace hub
