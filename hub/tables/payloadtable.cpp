// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/payloadtable.h"

#include "hub/tables/jobrow.h"

namespace hub {

namespace {

bool isLarge(const QByteArray &value)
{
    return value.size() > payloadLimit;
}

bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && (a.constData() == b.constData() || a == b);
}

} // namespace

PayloadTable::PayloadTable(Database &database)
    : m_write(database, "INSERT OR REPLACE INTO job_payloads (job_id, name, value)"
                        " VALUES (?, ?, ?)")
    , m_remove(database, "DELETE FROM job_payloads WHERE job_id = ? AND name = ?")
{ }

QByteArray PayloadTable::inRow(const QByteArray &value)
{
    return isLarge(value) ? QByteArray(payloadMark) : value;
}

void PayloadTable::replace(const QByteArray &jobId, const char *column, const QByteArray &before,
                           const QByteArray &after)
{
    if (isLarge(after) && !isSame(before, after))
        m_write.run(jobId, QByteArray(column), after);
    else if (isLarge(before) && !isLarge(after))
        m_remove.run(jobId, QByteArray(column));
}

} // namespace hub
