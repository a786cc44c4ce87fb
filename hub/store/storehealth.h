// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"
#include "hub/core/storestatus.h"
#include "hub/sqlite/sqlite.h"

#include <mutex>

namespace hub {

/// Tracks whether commits succeed. Thread-safe.
class StoreHealth
{
public:
    /// `path` is the database that messages name.
    explicit StoreHealth(const QString &path);

    StoreStatus status() const;

    /// Notes a successful commit. The store is healthy again unless its file is damaged.
    void noteCommit();
    /// Notes a failure, and logs one that is new. Damage is permanent: no commit ends it.
    void noteFailure(const SqlFailure &failure);
    /// Returns the failure that revealed damage of the file; nothing when there was none.
    std::optional<SqlFailure> damage() const;

private:
    const QString m_path;
    mutable std::mutex m_mutex;
    StoreStatus m_status;
    std::optional<SqlFailure> m_damage;
};

/// Returns the error `store_unavailable` for a request that failed.
Error unavailable(const SqlFailure &failure);

} // namespace hub
