// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/sqlite.h"

#include <mutex>

namespace hub {

/// Whether commits go through. Any thread.
class StoreHealth
{
public:
    /// `path` is named in the message.
    explicit StoreHealth(const QString &path);

    StoreStatus status() const;

    void noteCommit();
    /// Damage is for good: no commit makes up for it.
    void noteFailure(const SqlFailure &failure);
    /// The failure that showed that the file itself is broken; nothing when it is not.
    std::optional<SqlFailure> damage() const;

private:
    const QString m_path;
    mutable std::mutex m_mutex;
    StoreStatus m_status;
    std::optional<SqlFailure> m_damage;
};

/// Whether the trouble is with the database as a whole, so that other requests would meet it as
/// well.
bool isOutage(const SqlFailure &failure);

/// Whether the file itself is broken: nothing may be written to it any more.
bool isDamage(const SqlFailure &failure);

/// What a request is answered that could not be committed.
Error unavailable(const SqlFailure &failure);

} // namespace hub
