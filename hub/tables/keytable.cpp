// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/keytable.h"

namespace hub {

KeyTable::KeyTable(Database &database)
    : m_find(database, "SELECT event_ms, event_n, delivery FROM keys"
                       " WHERE scope = ? AND key = ? AND expires_ms > ?")
    , m_remember(database, "INSERT OR REPLACE INTO keys (scope, key, event_ms, event_n, delivery,"
                           " expires_ms) VALUES (?, ?, ?, ?, ?, ?)")
{ }

std::optional<KeyTable::Entry> KeyTable::find(const QByteArray &scope, const QByteArray &key,
                                              qint64 nowMs)
{
    if (key.isEmpty())
        return std::nullopt;
    Rows rows = m_find.query(scope, key, nowMs);
    if (!rows.next())
        return std::nullopt;
    return Entry{rows.eventId(0), rows.integer(2)};
}

void KeyTable::remember(const QByteArray &scope, const QByteArray &key, const Entry &entry,
                        qint64 expiresMs)
{
    if (!key.isEmpty())
        m_remember.run(scope, key, entry.event, entry.delivery, expiresMs);
}

} // namespace hub
