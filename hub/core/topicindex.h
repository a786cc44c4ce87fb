// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/subscription.h"

#include <QHash>

#include <vector>

namespace hub {

class Subscriber;

/// Which subscribers an event concerns: by topic for those that named jobs or a user, a list for
/// those that take all jobs. Holds no ownership. Hub thread only.
class TopicIndex
{
public:
    void add(Subscriber *subscriber, const Subscription &subscription);
    void remove(Subscriber *subscriber, const Subscription &subscription);

    /// Calls `visit(Subscriber *)` for each candidate; those of wildcard subscriptions still have
    /// to match.
    template<typename Visit>
    void forEach(const Topic &topic, Visit visit) const
    {
        const auto found = m_exact.constFind(topic);
        if (found != m_exact.cend())
            for (Subscriber *subscriber : *found)
                visit(subscriber);
        if (topic.kind == TopicKind::Job)
            for (Subscriber *subscriber : m_allJobs)
                visit(subscriber);
    }

private:
    QHash<Topic, std::vector<Subscriber *>> m_exact;
    std::vector<Subscriber *> m_allJobs;
};

/// The topics a subscription names; empty = all jobs.
std::vector<Topic> topicsOf(const Subscription &subscription);
/// For people and the connection list: `job/abc`, `job/*`, `job/a +2`, `user/u1`, `hub`.
QByteArray topicText(const Subscription &subscription);

} // namespace hub
