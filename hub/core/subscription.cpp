// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/subscription.h"

#include "hub/wire/enumwords.h"

namespace hub {

namespace {
bool matchesJob(const Subscription &wanted, const Event &event)
{
    if (event.topic.kind != TopicKind::Job)
        return false;
    if (!wanted.jobs.isEmpty())
        return wanted.jobs.contains(event.topic.id);
    // The image stream without named jobs carries all image jobs and no others.
    return wanted.scope != Scope::Image || event.kind == JobKind::Image;
}

bool matchesTopic(const Subscription &wanted, const Event &event)
{
    switch (wanted.scope) {
    case Scope::Hub: return event.topic.kind == TopicKind::Hub;
    case Scope::Notifications:
        return event.topic.kind == TopicKind::User && event.topic.id == wanted.user;
    case Scope::Job:
    case Scope::Jobs:
    case Scope::Execution:
    case Scope::Image: break;
    }
    return matchesJob(wanted, event);
}
} // namespace

QByteArray toString(Scope scope)
{
    static const EnumWords<Scope, 6> words(
        {"job", "jobs", "execution", "image", "notifications", "hub"});
    return words.word(scope);
}

bool Subscription::matches(const Event &event) const
{
    return matchesTopic(*this, event) && (!kind || event.kind == *kind)
           && (owner.isEmpty() || event.owner == owner)
           && (event.topic.kind != TopicKind::Job || visible.covers(event.topic.id, event.owner))
           && (types.isEmpty() || types.contains(event.type));
}

size_t qHash(const Subscription &subscription, size_t seed)
{
    return qHashMulti(seed, static_cast<int>(subscription.scope), subscription.jobs,
                      subscription.user, subscription.owner, subscription.visible.owner);
}

} // namespace hub
