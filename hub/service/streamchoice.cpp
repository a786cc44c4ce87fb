// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/streamchoice.h"

#include "hub/base/errorcode.h"
#include "hub/core/feedindex.h"
#include "hub/wire/topicpattern.h"
#include "hub/wire/userid.h"

#include <algorithm>

namespace hub {

namespace {

/// Returns whether the stream's subscription names a topic that fits the pattern. A stream of all
/// jobs names none: only `job/*` matches it.
bool namesTopic(const Subscriber &subscriber, const TopicPattern &pattern)
{
    const std::vector<Topic> topics = topicsOf(subscriber.subscription());
    if (topics.empty())
        return pattern == TopicPattern::all(TopicKind::Job);
    return std::any_of(topics.begin(), topics.end(),
                       [&](const Topic &topic) { return pattern.matches(topic); });
}

} // namespace

void StreamChoice::narrow(const QByteArray &word, Criterion criterion)
{
    m_what += m_what.isEmpty() ? word : " and " + word;
    m_criteria.push_back(std::move(criterion));
}

std::optional<Error> StreamChoice::narrowByTopic(const QByteArray &value)
{
    const auto pattern = TopicPattern::parse(value);
    if (!pattern)
        return Error{errorcode::badField, QStringLiteral("topic: must be a valid topic")};
    narrow(pattern->toString(), [pattern = *pattern](const Subscriber &subscriber) {
        return namesTopic(subscriber, pattern);
    });
    return std::nullopt;
}

std::optional<Error> StreamChoice::narrowByJob(const QByteArray &value)
{
    if (!isValidId(value))
        return Error{errorcode::badField, QStringLiteral("job: must be a valid job id")};
    const auto pattern = TopicPattern::exactly(Topic::job(value));
    narrow("job/" + value,
           [pattern](const Subscriber &subscriber) { return namesTopic(subscriber, pattern); });
    return std::nullopt;
}

std::optional<Error> StreamChoice::narrowByUser(const QByteArray &value)
{
    if (const auto fault = faultOfUser(value))
        return Error{errorcode::badField, QStringLiteral("user: ") + *fault};
    narrow("user/" + value, [value](const Subscriber &subscriber) {
        return subscriber.request().user == value || subscriber.subscription().user == value;
    });
    return std::nullopt;
}

bool StreamChoice::matches(const Subscriber &subscriber) const
{
    return std::all_of(m_criteria.begin(), m_criteria.end(),
                       [&](const Criterion &criterion) { return criterion(subscriber); });
}

} // namespace hub
