// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/wanted.h"

#include <QSet>

#include <algorithm>

namespace model {

using hub::JobKind;

bool Wanted::isAbout(const Fact &fact) const
{
    if (fact.topic.kind != topics)
        return false;
    if (topics == hub::TopicKind::User)
        return fact.topic.id == owner;
    return (jobs.isEmpty() || jobs.contains(fact.topic.id)) && (!kind || *kind == fact.kind)
           && (owner.isEmpty() || owner == fact.owner);
}

bool Wanted::matches(const Fact &fact) const
{
    const bool typed =
        types.empty() || std::find(types.begin(), types.end(), fact.type) != types.end();
    return typed && isAbout(fact);
}

Wanted oneJob(const QByteArray &id)
{
    return {.path = "/api/v1/events/" + id + '?', .jobs = {id}, .endsWithJob = true};
}

Wanted execution(const QByteArray &id)
{
    return {.path = "/api/v1/events/executions/" + id + '?',
            .jobs = {id},
            .kind = JobKind::Execution,
            .endsWithJob = true};
}

Wanted image(const QByteArray &id)
{
    return {.path = "/v1/image-gen/events?request_id=" + id,
            .jobs = {id},
            .kind = JobKind::Image,
            .endsWithJob = true};
}

Wanted allImages()
{
    return {.path = "/api/image-gen/events?", .kind = JobKind::Image};
}

Wanted severalJobs(const QByteArrayList &ids)
{
    return {.path = "/api/v1/events?job=" + ids.join("&job="), .jobs = ids};
}

Wanted allJobs()
{
    return {.path = "/api/v1/events?"};
}

Wanted ofKind(JobKind kind)
{
    return {.path = "/api/v1/events?kind=" + hub::toString(kind), .kind = kind};
}

Wanted ofTypes(const std::vector<hub::EventType> &types)
{
    QByteArrayList words;
    for (const hub::EventType type : types)
        words += hub::toString(type);
    return {.path = "/api/v1/events?types=" + words.join(','), .types = types};
}

Wanted ofOwner(const QByteArray &owner)
{
    return {.path = "/api/v1/events?owner=" + owner, .owner = owner};
}

Wanted notificationsOf(const QByteArray &user)
{
    return {.path = "/api/v1/events/notifications/stream?user=" + user,
            .topics = hub::TopicKind::User,
            .owner = user};
}

std::vector<bool> skippableIn(const std::vector<Fact> &facts, bool wasPaused)
{
    const bool mayLag = wasPaused || std::any_of(facts.begin(), facts.end(), [](const Fact &fact) {
                            return fact.large;
                        });
    std::vector<bool> skippable(facts.size());
    QSet<QByteArray> newer;
    for (size_t i = facts.size(); i-- > 0;) {
        if (facts[i].type != hub::EventType::Progress)
            continue;
        skippable[i] = mayLag && newer.contains(facts[i].topic.id);
        newer += facts[i].topic.id;
    }
    return skippable;
}

} // namespace model
