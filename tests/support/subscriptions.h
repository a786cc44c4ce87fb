// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/subscription.h"

namespace test {

/// The stream of one job.
inline hub::Subscription oneJob(const QByteArray &id)
{
    hub::Subscription subscription;
    subscription.scope = hub::Scope::Job;
    subscription.jobs = {id};
    return subscription;
}

/// The notifications of one user.
inline hub::Subscription notificationsOf(const QByteArray &user)
{
    hub::Subscription subscription;
    subscription.scope = hub::Scope::Notifications;
    subscription.user = user;
    return subscription;
}

/// A subscription without any filter.
inline hub::Subscription allJobs()
{
    return {};
}

inline hub::Subscription ofKind(hub::JobKind kind)
{
    hub::Subscription subscription;
    subscription.kind = kind;
    return subscription;
}

inline hub::Subscription ofOwner(const QByteArray &owner)
{
    hub::Subscription subscription;
    subscription.owner = owner;
    return subscription;
}

inline hub::Subscription ofTypes(const QSet<hub::EventType> &types)
{
    hub::Subscription subscription;
    subscription.types = types;
    return subscription;
}

inline hub::Subscription ofJobs(const QByteArrayList &jobs)
{
    hub::Subscription subscription;
    subscription.jobs = jobs;
    return subscription;
}

} // namespace test
