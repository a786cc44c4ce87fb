// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/visibility.h"
#include "hub/wire/dialect.h"
#include "hub/wire/event.h"

#include <QByteArrayList>
#include <QSet>

namespace hub {

/// The kind of a stream (resources/docs/streams.md); a label of the connection metrics.
enum class Scope { Job, Jobs, Execution, Image, Notifications, Hub };

QByteArray toString(Scope scope);

/// The events that a subscriber receives.
struct Subscription
{
    Scope scope = Scope::Jobs;
    Dialect dialect = Dialect::Native;
    QByteArrayList jobs; ///< Only these; empty = all.
    QByteArray user; ///< Notifications of this user (Scope::Notifications only).
    std::optional<JobKind> kind; ///< Only jobs of this kind.
    QSet<EventType> types; ///< Only these event types; empty = all.
    QByteArray owner; ///< Only this owner's jobs; empty = all.
    Visibility visible; ///< Further limits them to jobs that the caller may see.

    bool operator==(const Subscription &) const = default;

    /// Returns whether the stream follows a single job and ends with it.
    bool endsWithJob() const { return jobs.size() == 1 && scope != Scope::Jobs; }

    /// Returns whether the subscriber receives the event.
    bool matches(const Event &event) const;
};

/// Equal subscriptions have equal hashes. Subscriptions that differ only in filters may share one.
size_t qHash(const Subscription &subscription, size_t seed = 0);

} // namespace hub
