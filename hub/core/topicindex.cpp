// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/topicindex.h"

#include <algorithm>

namespace hub {

namespace {

void erase(std::vector<Subscriber *> &list, Subscriber *subscriber)
{
    const auto found = std::find(list.begin(), list.end(), subscriber);
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

void TopicIndex::add(Subscriber *subscriber, const Subscription &subscription)
{
    const std::vector<Topic> topics = topicsOf(subscription);
    if (topics.empty())
        m_allJobs.push_back(subscriber);
    for (const Topic &topic : topics)
        m_exact[topic].push_back(subscriber);
}

void TopicIndex::remove(Subscriber *subscriber, const Subscription &subscription)
{
    const std::vector<Topic> topics = topicsOf(subscription);
    if (topics.empty())
        erase(m_allJobs, subscriber);
    for (const Topic &topic : topics) {
        const auto found = m_exact.find(topic);
        if (found == m_exact.end())
            continue;
        erase(*found, subscriber);
        if (found->empty())
            m_exact.erase(found);
    }
}

} // namespace hub
