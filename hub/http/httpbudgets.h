// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/bytebudget.h"
#include "hub/http/httplimits.h"

namespace hub {

/// Budgets for the memory that the connections of one server hold for their peers. Hub thread only.
struct HttpBudgets
{
    explicit HttpBudgets(const HttpLimits &limits);

    /// Applies new limits; bytes that are already held stay held.
    void configure(const HttpLimits &limits);

    ByteBudget requests; ///< `request_budget_bytes`
    ByteBudget unverified; ///< `unverified_budget_bytes`
    ByteBudget answers; ///< `answer_budget_bytes`
};

} // namespace hub
