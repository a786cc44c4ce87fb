// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/metatable.h"

#include "hub/tables/eventkey.h"

#include <QRandomGenerator>

namespace hub {

namespace {

/// Returns 10 random characters of [a-z0-9]. With 51 bits, no two databases are likely to share an
/// epoch.
QByteArray newEpoch()
{
    constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray epoch;
    for (int i = 0; i < 10; ++i)
        epoch += alphabet[QRandomGenerator::system()->bounded(36)];
    return epoch;
}

} // namespace

MetaTable::MetaTable(Database &database)
    : m_database(database)
    , m_save(database,
             "UPDATE meta SET last_ms = ?, last_n = ?, floor_ms = ?, floor_n = ?, events = ?,"
             " finished_jobs = ?, delivery_bytes = ?, settled = ?, deliveries = ?, refused = ?,"
             " refused_bytes = ?")
{
    Statement insert(database, "INSERT OR IGNORE INTO meta (one, epoch) VALUES (1, ?)");
    insert.run(newEpoch());
    load();
}

void MetaTable::load()
{
    Statement select(m_database,
                     "SELECT epoch, last_ms, last_n, floor_ms, floor_n, events, finished_jobs,"
                     " delivery_bytes, settled, deliveries, refused, refused_bytes FROM meta");
    if (Rows rows = select.query(); rows.next()) {
        current.epoch = rows.bytes(0);
        current.last = rows.eventId(1);
        current.floor = rows.eventId(3);
        current.events = rows.integer(5);
        current.finishedJobs = rows.integer(6);
        current.deliveryBytes = rows.integer(7);
        current.settled = idOfKey(rows.integer(8));
        current.deliveries = rows.integer(9);
        current.refused = rows.integer(10);
        current.refusedBytes = rows.integer(11);
    }
    countAppended();
    keep();
}

void MetaTable::countAppended()
{
    Statement select(m_database, "SELECT count(*), max(id) FROM events WHERE id > ?");
    if (Rows rows = select.query(keyOf(current.last)); rows.next() && rows.integer(0) > 0) {
        current.events += rows.integer(0);
        current.unsaved = rows.integer(0);
        current.last = idOfKey(rows.integer(1));
    }
    if (Rows rows = select.query(keyOf(current.settled)); rows.next())
        current.unsettled = current.afterRows = rows.integer(0);
    current.rowsSettled = current.settled;
}

void MetaTable::save()
{
    Meta appended = m_kept;
    appended.last = current.last;
    appended.events += current.unsaved - m_kept.unsaved;
    appended.unsettled = current.unsettled;
    appended.unsettledBytes = current.unsettledBytes;
    appended.rowsSettled = current.rowsSettled;
    appended.afterRows = current.afterRows;
    appended.afterRowsBytes = current.afterRowsBytes;
    appended.indexed = current.indexed;
    appended.unsaved = current.unsaved;
    if (current == appended)
        return;
    m_save.run(current.last, current.floor, current.events, current.finishedJobs,
               current.deliveryBytes, keyOf(current.settled), current.deliveries, current.refused,
               current.refusedBytes);
    current.unsaved = 0;
}

} // namespace hub
