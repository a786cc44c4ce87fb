// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storetables.h"

namespace hub {

namespace {

/// Reading one topic looks at all of them, and so does opening after a crash.
constexpr qint64 unsettledEvents = 4'096;
/// Of their data, which whoever reads the database looks through.
constexpr qint64 unsettledBytes = 8 * 1024 * 1024;

} // namespace

StoreTables::StoreTables(Database &db)
    : database(db)
    , meta(db)
    , jobs(db)
    , events(db, meta.current)
    , keys(db)
    , deliveries(db)
    , unmatched(db)
    , ledger(db, meta, deliveries, unmatched)
    , revocations(db)
{
    events.visitUnsettled([this](const Event &event) { jobs.catchUp(event); });
    jobs.keep();
}

void StoreTables::settle()
{
    jobs.settle();
    if (meta.current.unsettled == 0)
        return;
    events.settle();
    meta.current.settled = meta.current.last;
    meta.current.unsettled = 0;
    meta.current.unsettledBytes = 0;
}

void StoreTables::finish()
{
    if (meta.current.unsettled >= unsettledEvents || meta.current.unsettledBytes >= unsettledBytes
        || jobs.shouldSettle())
        settle();
    meta.save();
    database.checkFile();
}

} // namespace hub
