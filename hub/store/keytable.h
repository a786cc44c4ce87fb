// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlite.h"

namespace hub {

/// What was accepted before under a key of the caller's: publishes by `Idempotency-Key`, webhooks
/// by their id.
class KeyTable
{
public:
    struct Entry
    {
        EventId event; ///< What it became, for publishes.
        qint64 delivery = 0; ///< What it became, for webhooks.
    };

    explicit KeyTable(Database &database);

    /// `scope` is `job/<id>`, `user/<id>/by/<publisher>` or `source/<name>`. Nothing for an empty
    /// or expired key.
    std::optional<Entry> find(const QByteArray &scope, const QByteArray &key, qint64 nowMs);
    /// No effect with an empty key.
    void remember(const QByteArray &scope, const QByteArray &key, const Entry &entry,
                  qint64 expiresMs);

private:
    Statement m_find;
    Statement m_remember;
};

} // namespace hub
