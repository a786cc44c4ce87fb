// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/feed.h"

#include <algorithm>
#include <utility>

namespace hub {

Feed::Feed(Subscription subscription, const EventLog &log, PackerPool &pool, qint64 segmentBytes)
    : m_subscription(std::move(subscription))
    , m_log(log)
    , m_segmentBytes(segmentBytes)
    , m_oneTopic(m_subscription.jobs.size() == 1)
    , m_packer(pool)
{ }

void Feed::leave(Subscriber *subscriber)
{
    const auto found = std::find(m_members.begin(), m_members.end(), subscriber);
    if (found == m_members.end())
        return;
    *found = m_members.back();
    m_members.pop_back();
}

bool Feed::mark(quint64 position, EventId before)
{
    if (m_mark)
        return false;
    m_mark = Mark{position, before};
    return true;
}

Feed::Mark Feed::takeMark()
{
    return std::exchange(m_mark, std::nullopt).value_or(Mark{m_log.end(), {}});
}

Segment &Feed::segmentFrom(quint64 position)
{
    if (m_segmentsEnd != m_log.end()) {
        m_segments.clear();
        m_segmentsEnd = m_log.end();
    }
    const auto found =
        std::find_if(m_segments.begin(), m_segments.end(),
                     [position](const Segment &segment) { return segment.from == position; });
    if (found != m_segments.end())
        return *found;
    constexpr std::size_t mostKept = 16;
    if (m_segments.size() == mostKept)
        m_segments.clear();
    m_segments.push_back(gather(position, {}, false));
    m_segments.back().join();
    return m_segments.back();
}

QByteArray Feed::pack(Segment &segment, PackedStream &stream)
{
    if (!segment.chained && segment.from >= m_packedTo) {
        const bool single = m_members.size() == 1;
        const auto size = single ? PackerPool::Size::Single : PackerPool::Size::Shared;
        // A single reader that was sent an unshared block cannot follow the run any more.
        const bool restart = single && !m_packer.isFollowedBy(stream);
        segment.chained = m_packer.next(segment.joined(), size, restart);
        m_packedTo = segment.next;
    }
    if (segment.chained && stream.follows(*segment.chained))
        return stream.pack(*segment.chained);
    if (!segment.alone)
        segment.alone = PackedStream::alone(segment.joined());
    return stream.pack(*segment.alone);
}

Segment Feed::segmentFor(quint64 position, EventId cursor, bool lagging) const
{
    return gather(position, cursor, lagging);
}

Segment Feed::gather(quint64 position, EventId after, bool skipSuperseded) const
{
    Segment segment;
    segment.from = position;
    const bool endsWithJob = m_subscription.endsWithJob();
    while (position < m_log.end() && !segment.terminal) {
        const LogEntry &entry = m_log.at(position);
        const bool wanted = (entry.event.id.isNull() || entry.event.id > after)
                            && m_subscription.matches(entry.event);
        if (wanted && skipSuperseded && entry.superseded) {
            ++segment.conflated;
        } else if (wanted) {
            const QByteArray &frame = entry.frameFor(m_subscription.dialect);
            if (!segment.isEmpty() && segment.bytes + frame.size() > m_segmentBytes)
                break;
            if (segment.isEmpty())
                segment.committedMs = entry.committedMs;
            segment.take(entry.event, frame, endsWithJob);
        }
        segment.reached = std::max(segment.reached, entry.event.id);
        position = nextPosition(entry, position);
    }
    segment.next = position;
    return segment;
}

quint64 Feed::nextPosition(const LogEntry &entry, quint64 position) const
{
    if (!m_oneTopic || entry.event.topic.kind != TopicKind::Job
        || entry.event.topic.id != m_subscription.jobs.constFirst())
        return position + 1;
    return entry.nextOfTopic != 0 ? entry.nextOfTopic : m_log.end();
}

} // namespace hub
