// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filterfields.h"
#include "hub/filter/filternode.h"
#include "hub/filter/filterrow.h"
#include "hub/filter/filtervalue.h"

#include <memory>

namespace hub {

struct CompiledFilter;

/// A filter that is ready to judge rows of one kind. A plain value; copies share their content.
/// Immutable, so all threads may use it.
class Filter
{
public:
    /// Accepts every row.
    Filter() = default;

    /// Checks a tree against the fields of a kind of row and prepares it. Each fault has a
    /// position. An unknown field names the fields that there are.
    static Filter compile(const FilterNode &tree, const FilterFields &fields,
                          const FilterContext &context, std::optional<FilterFault> &fault);
    /// Does the same for a text.
    static Filter parse(const QString &text, const FilterFields &fields,
                        const FilterContext &context, std::optional<FilterFault> &fault);

    /// Returns whether the filter accepts every row.
    bool isEmpty() const { return !m_d; }
    /// Returns whether the filter has a regular expression. Judging one row can then take
    /// milliseconds.
    bool hasRegex() const;

    FilterVerdict judge(const FilterRow &row) const;

    /// Returns whether the filter has a condition for this field.
    bool uses(int field) const;
    /// Returns the words that a matching row may contain, for highlighting: not those after `-` and
    /// `NOT`. `field` limits the words to those without a field and those for this field.
    QStringList highlights(int field) const;

    /// What every row that matches has. A search can use it to choose an index.
    struct Needs
    {
        std::optional<quint32> bits{}; ///< Of an Enum: at least one of these.
        QString exact{}; ///< Of a Text: this text; empty = any.
    };
    /// Returns what every matching row has in a field.
    Needs needs(int field, const QString &key = {}) const;

private:
    std::shared_ptr<const CompiledFilter> m_d;
};

} // namespace hub
