// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/store/jobfinder.h"
#include "hub/store/storeoptions.h"
#include "hub/store/streamopener.h"
#include "hub/tables/readtables.h"

namespace hub {

/// A connection that only reads, and the objects that answer reads from it. The writer has a
/// connection of its own. Use it on one thread at a time.
class ReadSession
{
public:
    ReadSession(std::unique_ptr<Database> db, const Clock &clock)
        : database(std::move(db))
        , tables(*database)
        , finder(*database, tables.jobs, clock)
        , snapshots(*database, tables.jobs)
        , opener(tables, snapshots)
    { }
    Q_DISABLE_COPY_MOVE(ReadSession)

    /// Runs `work` in one read transaction. It sees one moment of the history, including all
    /// earlier commits. Returns the failure, if any.
    template<typename Work>
    std::optional<SqlFailure> inTransaction(const Work &work)
    {
        Transaction transaction(*database, Transaction::Kind::Reading);
        tables.refresh();
        if (!database->failed())
            work();
        if (transaction.commit())
            return std::nullopt;
        tables.jobs.forget();
        return database->takeFailure();
    }

    const std::unique_ptr<Database> database;
    ReadTables tables;
    JobFinder finder;
    SnapshotReader snapshots;
    StreamOpener opener;
};

/// Opens a read connection to the database of `options`. A StoreSession must already have opened
/// the same database. Fails with `store_unusable`.
Result<std::unique_ptr<ReadSession>> openReadSession(const StoreOptions &options,
                                                     const Clock &clock);

} // namespace hub
