// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

#include <QByteArrayList>

#include <vector>

namespace model {

/// An accepted event as the model knows it, with the state of its job after it.
struct Fact
{
    hub::EventId id;
    hub::Topic topic;
    hub::EventType type = hub::EventType::Log;
    hub::JobKind kind = hub::JobKind::Generic;
    QByteArray owner;
    bool large = false;

    hub::JobStatus status = hub::JobStatus::Queued;
    double progress = 0;
    int attempt = 1;
    int told = 0; ///< The serial that the job's message names; 0 = none.
};

/// A subscription. Its matching is written independently of the hub's, because the hub's matching
/// is under test.
struct Wanted
{
    QByteArray path{}; ///< Includes a query, to which parameters can be added.
    hub::TopicKind topics = hub::TopicKind::Job;
    QByteArrayList jobs{}; ///< Empty = all.
    std::optional<hub::JobKind> kind{};
    std::vector<hub::EventType> types{}; ///< Empty = all.
    QByteArray owner{}; ///< The owner of the jobs, or the notified user; empty = all.
    bool endsWithJob = false;

    bool isAbout(const Fact &fact) const; ///< Whether the fact matches apart from its type.
    bool matches(const Fact &fact) const;
};

Wanted oneJob(const QByteArray &id);
Wanted execution(const QByteArray &id);
Wanted image(const QByteArray &id);
Wanted allImages();
Wanted severalJobs(const QByteArrayList &ids);
Wanted allJobs();
Wanted ofKind(hub::JobKind kind);
Wanted ofTypes(const std::vector<hub::EventType> &types);
Wanted ofOwner(const QByteArray &owner);
Wanted notificationsOf(const QByteArray &user);

/// Tells of each fact whether a reader may miss it: older progress of a job, if the reader was
/// paused or an event is large, so that it may have lagged.
std::vector<bool> skippableIn(const std::vector<Fact> &facts, bool wasPaused);

} // namespace model
