// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storetables.h"

#include <limits>

namespace hub {

namespace {

/// Reading one topic looks at all of them, and so does opening after a crash.
constexpr qint64 unsettledEvents = 4'096;
/// Of their data, which whoever reads the database looks through.
constexpr qint64 unsettledBytes = 8 * 1024 * 1024;
/// Entries that one transaction adds to the index: each may change a page of its own.
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
    settleIndex(wholeIndex); // of what a part was done before
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

/// Settles a part when it is time: one transaction that settles all would keep others waiting.
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
    meta.save();
    database.checkFile();
}

} // namespace hub
