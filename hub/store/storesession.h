// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/acceptor/acceptor.h"
#include "hub/base/result.h"
#include "hub/store/sweeper.h"
#include "hub/tables/storetables.h"

namespace hub {

/// The connection that writes, and the objects that write to it. Use it on one thread at a time.
class StoreSession
{
public:
    StoreSession(std::unique_ptr<Database> db, const StoreOptions &storeOptions, const Clock &clock)
        : options(storeOptions)
        , database(std::move(db))
        , tables(*database)
        , acceptor(tables, options.retention, clock)
        , sweeper(tables, options.retention, clock)
    { }
    Q_DISABLE_COPY_MOVE(StoreSession)

    StoreOptions options; ///< Only the retention may change.
    const std::unique_ptr<Database> database;
    StoreTables tables;
    Acceptor acceptor;
    Sweeper sweeper;
};

/// Opens the database of `options`, and creates or migrates it if needed. Its folder must exist.
/// Fails with `store_unusable`.
Result<std::unique_ptr<StoreSession>> openSession(const StoreOptions &options, const Clock &clock);

} // namespace hub
