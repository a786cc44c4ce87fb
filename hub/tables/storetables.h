// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/tables/deliveryledger.h"
#include "hub/tables/eventtable.h"
#include "hub/tables/jobtable.h"
#include "hub/tables/keytable.h"
#include "hub/tables/metatable.h"
#include "hub/tables/revocationtable.h"
#include "hub/tables/unmatchedtable.h"

namespace hub {

/// All tables of the writing connection. Keeps their data in memory consistent with commits and
/// rollbacks.
///
/// A commit should write few pages. So a transaction stores a minor change (isMinor()) as an event
/// and nothing else. The data that follows from the event is written later, for many events at
/// once: the job's row, the index by topic, and the counts. This is called settling. It happens
/// when many events are unsettled or the writer is idle. Readers take unsettled events into
/// account: see JobView.
struct StoreTables
{
    /// Reads the tables. Rebuilds jobs from events that were committed but not settled before a
    /// crash.
    explicit StoreTables(Database &db);

    /// Runs `work` in one transaction. Returns the failure when the transaction was rolled back.
    template<typename Work>
    std::optional<SqlFailure> inTransaction(Transaction::Kind kind, const Work &work)
    {
        {
            Transaction transaction(database, kind);
            if (!database.failed())
                work();
            if (kind == Transaction::Kind::Writing)
                finish();
            if (transaction.commit()) {
                meta.keep();
                jobs.keep();
                return std::nullopt;
            }
        }
        meta.restore();
        jobs.restore();
        return database.takeFailure();
    }

    bool isSettled() const { return meta.current.unsettled == 0 && jobs.isSettled(); }
    /// Settles everything. Call it within a writing transaction.
    void settle();

    Database &database;
    MetaTable meta;
    JobTable jobs;
    EventTable events;
    KeyTable keys;
    DeliveryTable deliveries;
    UnmatchedTable unmatched;
    DeliveryLedger ledger;
    RevocationTable revocations;

private:
    void settleRows();
    void settleIndex(qint64 most);
    void settlePart();
    void finish();
};

} // namespace hub
