// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/metaview.h"

#include "hub/tables/eventkey.h"

#include <algorithm>

namespace hub {

MetaView::MetaView(Database &database)
    : m_row(database,
            "SELECT epoch, last_ms, last_n, floor_ms, floor_n, settled FROM meta WHERE one = 1")
    , m_newest(database, "SELECT max(id) FROM events")
{ }

void MetaView::refresh()
{
    if (Rows rows = m_row.query(); rows.next()) {
        current.epoch = rows.bytes(0);
        current.last = rows.eventId(1);
        current.floor = rows.eventId(3);
        current.settled = idOfKey(rows.integer(5));
    }
    // The row is not written for each event, so the events may be newer.
    if (Rows rows = m_newest.query(); rows.next() && !rows.isNull(0))
        current.last = std::max(current.last, idOfKey(rows.integer(0)));
}

} // namespace hub
