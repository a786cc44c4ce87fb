// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/deliveryledger.h"
#include "hub/store/eventtable.h"
#include "hub/store/jobtable.h"
#include "hub/store/keytable.h"
#include "hub/store/metatable.h"
#include "hub/store/revocationtable.h"
#include "hub/store/unmatchedtable.h"

namespace hub {

/// All tables of one connection, and what they hold in memory kept in step with the transactions.
///
/// A commit should cost few pages. So of an event that only moves its job on it writes the event
/// alone; what follows from it (the job's row, the index by topic, the counts) is settled later for
/// many at once: when there are enough of them, or when there is nothing else to do. Readers look
/// past what is settled: see JobView.
struct StoreTables
{
    /// Reads what a hub that was killed had not settled.
    explicit StoreTables(Database &db);

    /// Runs `work` in one transaction; the failure when it was rolled back.
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
    /// Within a writing transaction.
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
