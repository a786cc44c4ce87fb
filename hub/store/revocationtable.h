// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/sqlite.h"

namespace hub {

/// Who is not let in. The hub thread has them in memory; this is for the next start.
class RevocationTable
{
public:
    explicit RevocationTable(Database &database);

    /// A longer one for the same stays. Forgets those that are over.
    void add(const Revocation &revocation, qint64 nowMs);

    std::vector<Revocation> inForce(qint64 nowMs);

private:
    Statement m_forget;
    Statement m_add;
    Statement m_inForce;
};

} // namespace hub
