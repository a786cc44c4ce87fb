// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/feedindex.h"

#include <algorithm>

namespace hub {

namespace {

void erase(std::vector<Feed *> &list, Feed *feed)
{
    const auto found = std::find(list.begin(), list.end(), feed);
    if (found == list.end())
        return;
    *found = list.back();
    list.pop_back();
}

} // namespace

std::vector<Topic> topicsOf(const Subscription &subscription)
{
    if (subscription.scope == Scope::Hub)
        return {Topic::hub()};
    if (subscription.scope == Scope::Notifications)
        return {Topic::user(subscription.user)};
    std::vector<Topic> topics;
    for (const QByteArray &job : subscription.jobs)
        topics.push_back(Topic::job(job));
    return topics;
}

QByteArray topicText(const Subscription &subscription)
{
    const std::vector<Topic> topics = topicsOf(subscription);
    if (topics.empty())
        return "job/*";
    QByteArray text = topics.front().toString();
    if (topics.size() > 1)
        text += " +" + QByteArray::number(static_cast<qint64>(topics.size() - 1));
    return text;
}

std::shared_ptr<Feed> FeedIndex::join(Subscriber *subscriber, const Subscription &subscription,
                                      const EventLog &log, qint64 segmentBytes)
{
    std::shared_ptr<Feed> feed = find(subscription);
    if (!feed) {
        feed = std::make_shared<Feed>(subscription, log, m_packers, segmentBytes);
        add(feed.get());
    }
    feed->join(subscriber);
    return feed;
}

void FeedIndex::leave(Subscriber *subscriber, Feed &feed)
{
    feed.leave(subscriber);
    if (feed.members().empty())
        remove(&feed);
}

std::shared_ptr<Feed> FeedIndex::find(const Subscription &subscription) const
{
    const std::vector<Topic> topics = topicsOf(subscription);
    const auto exact = topics.empty() ? m_exact.cend() : m_exact.constFind(topics.front());
    if (!topics.empty() && exact == m_exact.cend())
        return nullptr;
    const std::vector<Feed *> &candidates = topics.empty() ? m_allJobs : *exact;
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const Feed *feed) {
        return feed->subscription() == subscription;
    });
    return found == candidates.end() ? nullptr : (*found)->shared_from_this();
}

void FeedIndex::add(Feed *feed)
{
    const std::vector<Topic> topics = topicsOf(feed->subscription());
    if (topics.empty())
        m_allJobs.push_back(feed);
    for (const Topic &topic : topics)
        m_exact[topic].push_back(feed);
}

void FeedIndex::remove(Feed *feed)
{
    const std::vector<Topic> topics = topicsOf(feed->subscription());
    if (topics.empty())
        erase(m_allJobs, feed);
    for (const Topic &topic : topics) {
        const auto found = m_exact.find(topic);
        if (found == m_exact.end())
            continue;
        erase(*found, feed);
        if (found->empty())
            m_exact.erase(found);
    }
}

} // namespace hub
