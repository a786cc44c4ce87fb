// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/acceptor.h"
#include "hub/store/storetables.h"
#include "hub/store/sweeper.h"

namespace hub {

/// Everything that writes to one open database. One thread at a time.
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

    StoreOptions options; ///< Its retention may change; the rest is for its life.
    const std::unique_ptr<Database> database;
    StoreTables tables;
    Acceptor acceptor;
    Sweeper sweeper;
};

/// Opens the database of `options`, creates or migrates it. Its folder must exist.
Result<std::unique_ptr<StoreSession>> openSession(const StoreOptions &options, const Clock &clock);

} // namespace hub
