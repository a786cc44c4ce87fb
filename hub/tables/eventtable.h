// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/eventpage.h"
#include "hub/core/subscription.h"
#include "hub/tables/metatable.h"

#include <functional>
#include <optional>

namespace hub {

/// The events, and for each topic its floor: the newest event that was removed.
///
/// An index finds the events of one topic up to Meta::settled. Later events are few and are found
/// by a scan.
class EventTable
{
public:
    /// `meta` must outlive this object.
    EventTable(Database &database, const Meta &meta);

    void insert(const Event &event);

    /// Returns up to `limit` matching events after `after`. Examines at most 5 000 rows and about
    /// 256 KiB of payload, so that other readers do not wait long. `head` is the last accepted id.
    /// A scan that reaches the end sets EventPage::scannedTo to `head`.
    EventPage after(const Subscription &subscription, EventId after, int limit, EventId head);

    /// Returns how many events after `after` match, at most `most`. Examines at most 10 000 rows,
    /// so the result may be too low.
    qint64 countAfter(const Subscription &subscription, EventId after, qint64 most);

    /// Returns the newest event that was removed from the topic, or a null id.
    EventId floor(const Topic &topic);

    /// Adds up to `most` events to the index by topic. Considers the events between Meta::settled
    /// and Meta::rowsSettled that follow `place` in the order of the index. Returns the place of
    /// the last one, or nothing when no more are left.
    std::optional<IndexPlace> index(IndexPlace place, qint64 most);
    /// Calls `visit` with each event after Meta::settled.
    void visitUnsettled(const std::function<void(const Event &)> &visit);

private:
    template<typename Visit>
    void visitAfter(const Subscription &subscription, EventId after, const Visit &visit);

    const Meta &m_meta;
    Statement m_insert;
    Statement m_after;
    Statement m_indexed;
    Statement m_unindexed;
    Statement m_unsettled;
    Statement m_index;
    Statement m_floor;
};

} // namespace hub
