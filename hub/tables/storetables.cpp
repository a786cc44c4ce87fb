// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/storetables.h"

#include <limits>

namespace hub {

namespace {

/// Settling begins at this number of unsettled events. Reading one topic scans all of them, and so
/// does opening the database after a crash.
constexpr qint64 unsettledEvents = 4'096;
/// Settling begins at this many bytes of unsettled events, because readers scan them.
constexpr qint64 unsettledBytes = 8 * 1024 * 1024;
/// Index entries that one transaction adds: each may change a page of its own.
constexpr qint64 partOfIndex = 1'024;
constexpr qint64 wholeIndex = std::numeric_limits<qint64>::max();

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
    settleIndex(wholeIndex); // finish a partial settling first
    settleRows();
    settleIndex(wholeIndex);
}

void StoreTables::settleRows()
{
    jobs.settle();
    meta.current.settleRows();
}

void StoreTables::settleIndex(qint64 most)
{
    Meta &now = meta.current;
    if (now.settled == now.rowsSettled)
        return;
    now.indexed = events.index(now.indexed.value_or(IndexPlace{}), most);
    if (!now.indexed)
        now.settle();
}

/// Settles a part when much is unsettled. Settling everything in one transaction would delay other
/// requests.
void StoreTables::settlePart()
{
    const Meta &now = meta.current;
    const bool due = now.unsettled >= unsettledEvents || now.unsettledBytes >= unsettledBytes;
    if (due && now.rowsSettled > now.settled)
        settleIndex(partOfIndex);
    else if (due || jobs.shouldSettle())
        settleRows();
}

void StoreTables::finish()
{
    settlePart();
    jobs.saveCounts();
    meta.save();
    database.checkFile();
}

} // namespace hub
