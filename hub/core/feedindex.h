// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/feed.h"

#include <QHash>

#include <memory>
#include <vector>

namespace hub {

/// All feeds with members, and which of them an event may match. Feeds of named jobs or of a user
/// are found by topic; feeds of all jobs are in a list. A feed lives as long as a subscriber holds
/// it. Hub thread only.
class FeedIndex
{
public:
    /// Adds the subscriber to the feed of its subscription. Creates the feed when there is none.
    std::shared_ptr<Feed> join(Subscriber *subscriber, const Subscription &subscription,
                               const EventLog &log, qint64 segmentBytes);
    /// Removes the subscriber from the feed. A feed without members leaves the index.
    void leave(Subscriber *subscriber, Feed &feed);

    /// Returns the feed of this subscription; null when there is none.
    std::shared_ptr<Feed> find(const Subscription &subscription) const;

    /// Calls `visit(Feed &)` for each feed that may match. The caller still has to check the
    /// filters of its subscription.
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

    /// Calls `visit(topic, subscribers)` for each named topic, and for `job/*` when any subscriber
    /// follows all jobs. A subscriber counts once for each of its topics.
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

private:
    void add(Feed *feed);
    void remove(Feed *feed);

    PackerPool m_packers; ///< Outlives the feeds.
    QHash<Topic, std::vector<Feed *>> m_exact;
    std::vector<Feed *> m_allJobs;
};

/// Returns the topics that a subscription names; empty = all jobs.
std::vector<Topic> topicsOf(const Subscription &subscription);
/// Returns the topics as short text for the connection list: `job/abc`, `job/*`, `job/a +2`,
/// `user/u1`, `hub`.
QByteArray topicText(const Subscription &subscription);

} // namespace hub
