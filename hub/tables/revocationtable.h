// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/revocation.h"
#include "hub/sqlite/sqlite.h"

#include <vector>

namespace hub {

/// The revoked tokens and users. The hub thread has them in memory; this table restores them at the
/// next start.
class RevocationTable
{
public:
    explicit RevocationTable(Database &database);

    /// Adds a revocation and removes expired ones. When the same token or user is already revoked,
    /// the later end counts.
    void add(const Revocation &revocation, qint64 nowMs);

    /// Returns the revocations that have not expired.
    std::vector<Revocation> inForce(qint64 nowMs);

private:
    Statement m_forget;
    Statement m_add;
    Statement m_inForce;
};

} // namespace hub
