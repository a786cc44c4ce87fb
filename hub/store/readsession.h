// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/jobfinder.h"
#include "hub/store/readtables.h"
#include "hub/store/storeoptions.h"
#include "hub/store/streamopener.h"

namespace hub {

/// Everything that answers questions from one open database, beside the connection that writes. One
/// thread at a time.
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

    /// Runs `work` in a transaction that sees one moment of the history, with everything that was
    /// committed before. Returns the failure when there was one.
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

/// Opens a second connection to the database of `options`, which a StoreSession has open.
Result<std::unique_ptr<ReadSession>> openReadSession(const StoreOptions &options,
                                                     const Clock &clock);

} // namespace hub
