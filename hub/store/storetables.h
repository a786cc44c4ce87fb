// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/deliverytable.h"
#include "hub/store/eventtable.h"
#include "hub/store/jobtable.h"
#include "hub/store/keytable.h"
#include "hub/store/metatable.h"
#include "hub/store/unmatchedtable.h"

namespace hub {

/// All tables of one connection, and what they hold in memory kept in step with the transactions.
struct StoreTables
{
    explicit StoreTables(Database &db)
        : database(db)
        , meta(db)
        , jobs(db)
        , events(db)
        , keys(db)
        , deliveries(db)
        , unmatched(db)
    { }

    /// Runs `work` in one transaction; the failure when it was rolled back.
    template<typename Work>
    std::optional<SqlFailure> inTransaction(Transaction::Kind kind, const Work &work)
    {
        {
            Transaction transaction(database, kind);
            if (!database.failed())
                work();
            if (kind == Transaction::Kind::Writing) {
                meta.save();
                database.checkFile();
            }
            if (transaction.commit()) {
                meta.keep();
                return std::nullopt;
            }
        }
        meta.restore();
        jobs.dropCache();
        return database.takeFailure();
    }

    Database &database;
    MetaTable meta;
    JobTable jobs;
    EventTable events;
    KeyTable keys;
    DeliveryTable deliveries;
    UnmatchedTable unmatched;
};

} // namespace hub
