// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/visibility.h"
#include "hub/wire/dialect.h"
#include "hub/wire/event.h"

#include <QByteArrayList>
#include <QSet>

namespace hub {

/// Which of the streams of api.md it is; a label of the connection metrics.
enum class Scope { Job, Jobs, Execution, Image, Notifications, Hub };

QByteArray toString(Scope scope);

/// What a subscriber asked for.
struct Subscription
{
    Scope scope = Scope::Jobs;
    Dialect dialect = Dialect::Native;
    QByteArrayList jobs; ///< Only these; empty = all.
    QByteArray user; ///< Notifications of this user (Scope::Notifications only).
    std::optional<JobKind> kind; ///< Only jobs of this kind.
    QSet<EventType> types; ///< Only these event types; empty = all.
    QByteArray owner; ///< Only this owner's jobs; empty = all.
    Visibility visible; ///< What the caller may see of that.

    bool operator==(const Subscription &) const = default;

    /// A stream of one job: it ends with the job.
    bool endsWithJob() const { return jobs.size() == 1 && scope != Scope::Jobs; }

    /// Whether the event is for this subscriber.
    bool matches(const Event &event) const;
};

/// Subscriptions that are equal have the same hash; of those that differ in filters many have.
size_t qHash(const Subscription &subscription, size_t seed = 0);

} // namespace hub
