// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/revocationtable.h"

namespace hub {

RevocationTable::RevocationTable(Database &database)
    : m_forget(database, "DELETE FROM revocations WHERE until_ms <= ?")
    , m_add(database, "INSERT INTO revocations (token_id, subject, until_ms) VALUES (?, ?, ?)"
                      " ON CONFLICT DO UPDATE SET until_ms = max(until_ms, excluded.until_ms)")
    , m_inForce(database, "SELECT token_id, subject, until_ms FROM revocations WHERE until_ms > ?")
{ }

void RevocationTable::add(const Revocation &revocation, qint64 nowMs)
{
    m_forget.run(nowMs);
    m_add.run(revocation.tokenId, revocation.subject, revocation.untilMs);
}

std::vector<Revocation> RevocationTable::inForce(qint64 nowMs)
{
    std::vector<Revocation> found;
    Rows rows = m_inForce.query(nowMs);
    while (rows.next())
        found.push_back({rows.bytes(0), rows.bytes(1), rows.integer(2)});
    return found;
}

} // namespace hub
