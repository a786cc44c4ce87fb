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

/// What all streams with one and the same subscription get. An event is matched against it once,
/// however many they are, and those that stand at the same place of the log share what is written.
/// Hub thread only.
class Feed : public std::enable_shared_from_this<Feed>
{
public:
    /// `log` and `pool` outlive it. A segment holds at most `segmentBytes`, or one frame.
    Feed(Subscription subscription, const EventLog &log, PackerPool &pool, qint64 segmentBytes);
    Q_DISABLE_COPY_MOVE(Feed)

    const Subscription &subscription() const { return m_subscription; }

    const std::vector<Subscriber *> &members() const { return m_members; }
    void join(Subscriber *subscriber) { m_members.push_back(subscriber); }
    void leave(Subscriber *subscriber);

    /// Where the members have to look: the first event for them, and the head that it followed.
    struct Mark
    {
        quint64 position = 0;
        EventId before;
    };
    /// An event is for the members. False when an earlier one still waits to be served.
    bool mark(quint64 position, EventId before);
    bool isMarked() const { return m_mark.has_value(); }
    /// Hands the mark out, to serve it now.
    Mark takeMark();

    /// The matching events from `position` on, joined; kept for whoever else stands there until
    /// dropSegments() or the next event.
    Segment &segmentFrom(quint64 position);
    /// The bytes that put such a segment onto a compressed stream: compressed once for all members
    /// that were sent every segment lately, and once for all others.
    QByteArray pack(Segment &segment, PackedStream &stream);
    /// The same for a single member: only events after `cursor`, frames as the log has them, and
    /// without those that a newer one supersedes if it lags.
    Segment segmentFor(quint64 position, EventId cursor, bool lagging) const;
    /// At the end of a turn: most feeds are quiet most of the time.
    void dropSegments() { m_segments = {}; }

    /// The snapshot that a member was given last, while somebody is still being sent it; else null.
    std::shared_ptr<SharedSnapshot> snapshot() const { return m_snapshot.lock(); }
    void setSnapshot(const std::shared_ptr<SharedSnapshot> &snapshot) { m_snapshot = snapshot; }

private:
    Segment gather(quint64 position, EventId after, bool skipSuperseded) const;
    quint64 nextPosition(const LogEntry &entry, quint64 position) const;

    const Subscription m_subscription;
    const EventLog &m_log;
    const qint64 m_segmentBytes;
    const bool m_oneTopic; ///< Of a single job: the log leads from one event to the next.
    std::vector<Subscriber *> m_members;
    std::vector<Segment> m_segments;
    quint64 m_segmentsEnd = 0; ///< End of the log when they were gathered.
    std::optional<Mark> m_mark;
    std::weak_ptr<SharedSnapshot> m_snapshot;
    SegmentPacker m_packer;
    quint64 m_packedTo = 0; ///< Segments before it do not become blocks of the packer any more.
};

} // namespace hub
