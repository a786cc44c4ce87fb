// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/metatable.h"

namespace hub {

/// The events, and for what was removed of them the floor of each topic. Those of one topic are
/// found by an index up to Meta::settled, the few after that by looking at all.
class EventTable
{
public:
    /// `meta` must outlive it.
    EventTable(Database &database, const Meta &meta);

    void insert(const Event &event);

    /// Up to `limit` events after `after` that match. Looks at a bounded number of rows and bytes,
    /// so that one call never holds the store for long; `head` is the last accepted id, to which a
    /// finished scan reaches.
    EventPage after(const Subscription &subscription, EventId after, int limit, EventId head);

    /// How many match after `after`, counted up to `most` and over a bounded number of rows.
    qint64 countAfter(const Subscription &subscription, EventId after, qint64 most);

    /// The newest event that was removed from the topic; null when none was.
    EventId floor(const Topic &topic);

    /// Adds the events after Meta::settled, up to Meta::rowsSettled, to the index: up to `most` of
    /// them, those after `place` in its order. Returns the last one's place; nothing when there is
    /// no more.
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
