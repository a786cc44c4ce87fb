// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/tables/deliverytable.h"
#include "hub/tables/eventtable.h"
#include "hub/tables/jobcountreader.h"
#include "hub/tables/jobview.h"
#include "hub/tables/metaview.h"

namespace hub {

/// The tables as a connection that only reads sees them. Use them within a read transaction.
struct ReadTables
{
    explicit ReadTables(Database &db)
        : meta(db)
        , jobs(db)
        , jobCounts(db)
        , events(db, meta.current)
        , deliveries(db)
    { }

    /// Reads what was committed since the last call. Call it at the start of each transaction.
    void refresh()
    {
        meta.refresh();
        jobs.refresh(meta.current);
    }

    MetaView meta;
    JobView jobs;
    JobCountReader jobCounts;
    EventTable events;
    DeliveryTable deliveries;
};

} // namespace hub
