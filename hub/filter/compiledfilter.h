// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"

namespace hub {

/// A node of a compiled filter.
struct CompiledFilter
{
    enum class Kind { And, Or, Not, Bits, Number, Text, Words };

    Kind kind = Kind::And;
    int field = 0;
    QString key{}; ///< Of a keyed field.
    quint32 bits = 0; ///< Of Bits: one of these.
    double from = 0; ///< Of Number: the least value.
    double to = 0; ///< Of Number: the greatest value.
    std::optional<FilterText> text{}; ///< Of Text and Words.
    QString highlight{}; ///< The text to highlight; empty = none.
    std::vector<CompiledFilter> children{};

    FilterVerdict judge(const FilterRow &row) const;
    /// Returns how expensive a node is, to order children: 0 = cheap.
    int cost() const;
};

} // namespace hub
