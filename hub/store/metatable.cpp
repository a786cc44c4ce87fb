// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/metatable.h"

#include <QRandomGenerator>

namespace hub {

namespace {

/// 10 of [a-z0-9]: 51 bits, so that no two databases meet.
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
             " finished_jobs = ?, delivery_bytes = ?")
{
    Statement insert(database, "INSERT OR IGNORE INTO meta (one, epoch) VALUES (1, ?)");
    insert.run(newEpoch());
    load();
}

void MetaTable::load()
{
    Statement select(m_database,
                     "SELECT epoch, last_ms, last_n, floor_ms, floor_n, events, finished_jobs,"
                     " delivery_bytes FROM meta");
    Rows rows = select.query();
    if (rows.next()) {
        current = {rows.bytes(0),   rows.eventId(1), rows.eventId(3),
                   rows.integer(5), rows.integer(6), rows.integer(7)};
    }
    keep();
}

void MetaTable::save()
{
    if (current == m_kept)
        return;
    m_save.run(current.last, current.floor, current.events, current.finishedJobs,
               current.deliveryBytes);
}

} // namespace hub
