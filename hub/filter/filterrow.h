// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filtertext.h"

#include <optional>

namespace hub {

/// A row as filters see it. Each kind of row implements it for its FilterFields; `field` is
/// FilterField::id.
class FilterRow
{
public:
    virtual ~FilterRow() = default;

    /// Returns whether any text of the field passes the test. `key` is what follows the dot in the
    /// name of a keyed field; empty = the texts of all keys.
    virtual FilterVerdict texts(int field, const QString &key, const FilterText &test) const = 0;
    /// Returns whether any text that a word searches passes the test.
    virtual FilterVerdict words(const FilterText &test) const = 0;
    /// Returns the value of a field that is a number, a size, a duration or a time; nothing when
    /// the row has no such value.
    virtual std::optional<double> number(int field) const = 0;
    /// Returns the bits of an Enum (at most one) or of Flags.
    virtual quint32 bits(int field) const = 0;
};

/// Returns Yes when one of the tests of `verdicts` says Yes, without calling the later ones.
template<typename... Verdicts>
FilterVerdict anyOf(const Verdicts &...verdicts)
{
    FilterVerdict result = FilterVerdict::No;
    const auto passes = [&result](FilterVerdict verdict) {
        if (verdict != FilterVerdict::No)
            result = verdict;
        return verdict == FilterVerdict::Yes;
    };
    static_cast<void>((passes(verdicts()) || ...));
    return result;
}

} // namespace hub
