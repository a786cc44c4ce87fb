// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/feed.h"

#include <QHash>

#include <memory>
#include <vector>

namespace hub {

/// The feeds there are, and which of them an event concerns: by topic for those of named jobs or a
/// user, a list for those that take all jobs. A feed lives as long as somebody holds it and is in
/// here as long as it has members. Hub thread only.
class FeedIndex
{
public:
    /// Puts the subscriber into the feed of its subscription, which is made when there is none.
    std::shared_ptr<Feed> join(Subscriber *subscriber, const Subscription &subscription,
                               const EventLog &log, qint64 segmentBytes);
    void leave(Subscriber *subscriber, Feed &feed);

    /// The feed of this subscription, or null.
    std::shared_ptr<Feed> find(const Subscription &subscription) const;

    /// Calls `visit(Feed &)` for each candidate; those of filtered subscriptions still have to
    /// match.
    template<typename Visit>
    void forEach(const Topic &topic, Visit visit) const
    {
        const auto found = m_exact.constFind(topic);
        if (found != m_exact.cend())
            for (Feed *feed : *found)
                visit(*feed);
        if (topic.kind == TopicKind::Job)
            for (Feed *feed : m_allJobs)
                visit(*feed);
    }

    /// Calls `visit(topic, subscribers)` for each topic that somebody named, and for `job/*` when
    /// somebody takes all jobs. A subscriber counts once for each of its topics.
    template<typename Visit>
    void forEachTopic(Visit visit) const
    {
        const auto members = [](const std::vector<Feed *> &feeds) {
            std::size_t count = 0;
            for (const Feed *feed : feeds)
                count += feed->members().size();
            return static_cast<qint64>(count);
        };
        for (auto it = m_exact.cbegin(); it != m_exact.cend(); ++it)
            visit(it.key().toString(), members(it.value()));
        if (!m_allJobs.empty())
            visit(QByteArrayLiteral("job/*"), members(m_allJobs));
    }

    /// What the compression of all feeds holds, in bytes.
    qint64 packerBytes() const { return m_packers.bytes(); }

private:
    void add(Feed *feed);
    void remove(Feed *feed);

    PackerPool m_packers; ///< Outlives the feeds.
    QHash<Topic, std::vector<Feed *>> m_exact;
    std::vector<Feed *> m_allJobs;
};

/// The topics a subscription names; empty = all jobs.
std::vector<Topic> topicsOf(const Subscription &subscription);
/// For people and the connection list: `job/abc`, `job/*`, `job/a +2`, `user/u1`, `hub`.
QByteArray topicText(const Subscription &subscription);

} // namespace hub
