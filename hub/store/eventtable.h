// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/sqlite.h"

namespace hub {

/// The events, and for what was removed of them the floor of each topic.
class EventTable
{
public:
    explicit EventTable(Database &database);

    void insert(const Event &event);

    /// Up to `limit` events after `after` that match. Looks at a bounded number of rows and bytes,
    /// so that one call never holds the store for long; `head` is the last accepted id, to which a
    /// finished scan reaches.
    EventPage after(const Subscription &subscription, EventId after, int limit, EventId head);

    /// How many match after `after`, counted up to `most` and over a bounded number of rows.
    qint64 countAfter(const Subscription &subscription, EventId after, qint64 most);

    /// The newest event that was removed from the topic; null when none was.
    EventId floor(const Topic &topic);

private:
    Rows rowsAfter(const Subscription &subscription, EventId after);

    Statement m_insert;
    Statement m_after;
    Statement m_afterInTopic;
    Statement m_floor;
};

} // namespace hub
