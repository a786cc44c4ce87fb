// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/sqlite.h"

#include <mutex>

namespace hub {

/// Whether commits go through. Set by the worker, read by anyone.
class StoreHealth
{
public:
    /// `path` is named in the message.
    explicit StoreHealth(const QString &path);

    StoreStatus status() const;

    void noteCommit();
    void noteFailure(const SqlFailure &failure);

private:
    const QString m_path;
    mutable std::mutex m_mutex;
    StoreStatus m_status;
};

/// Whether the trouble is with the database as a whole, so that other requests would meet it as
/// well.
bool isOutage(const SqlFailure &failure);

/// Whether the file itself is broken: nothing may be written to it any more.
bool isDamage(const SqlFailure &failure);

/// What a request is answered that could not be committed.
Error unavailable(const SqlFailure &failure);

} // namespace hub
