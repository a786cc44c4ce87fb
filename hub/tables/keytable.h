// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlite.h"

namespace hub {

/// Keys of accepted requests, to recognise duplicates: idempotency keys of publishes and
/// notifications, and dedup keys of webhooks.
class KeyTable
{
public:
    struct Entry
    {
        EventId event; ///< The event that a publish or notification created.
        qint64 delivery = 0; ///< The delivery that a webhook created.
    };

    explicit KeyTable(Database &database);

    /// Returns what was accepted under a key, or nothing for an empty, unknown or expired key.
    /// `scope` is `job/<id>`, `user/<id>/by/<publisher>` or `source/<name>`.
    std::optional<Entry> find(const QByteArray &scope, const QByteArray &key, qint64 nowMs);
    /// Stores a key until `expiresMs`, ms since 1970 UTC. Does nothing for an empty key.
    void remember(const QByteArray &scope, const QByteArray &key, const Entry &entry,
                  qint64 expiresMs);

private:
    Statement m_find;
    Statement m_remember;
};

} // namespace hub
