// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

#include <QByteArrayList>

namespace model {

/// An accepted event as the reference knows it, with what its job was after it.
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

/// What a subscriber asks for, said a second time: the hub's own matching is what is tested.
struct Wanted
{
    QByteArray path{}; ///< With a query, to which more can be added.
    hub::TopicKind topics = hub::TopicKind::Job;
    QByteArrayList jobs{}; ///< Empty = all.
    std::optional<hub::JobKind> kind{};
    std::vector<hub::EventType> types{}; ///< Empty = all.
    QByteArray owner{}; ///< Of the jobs, or the user notified; empty = all.
    bool endsWithJob = false;

    bool isAbout(const Fact &fact) const; ///< Whatever its type.
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

} // namespace model
