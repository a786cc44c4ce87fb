// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filterfields.h"
#include "hub/filter/filternode.h"
#include "hub/filter/filterrow.h"
#include "hub/filter/filtervalue.h"

#include <QList>

#include <memory>
#include <utility>

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

    // A search can choose an index by the following two.
    /// Returns the bits of an Enum of which every matching row has one; nothing = any.
    std::optional<quint32> neededBits(int field) const;
    /// Returns the texts that a Text of every matching row is exactly, each with its key. The key
    /// is empty in a field without keys.
    QList<std::pair<QString, QString>> neededTexts(int field) const;

private:
    std::shared_ptr<const CompiledFilter> m_d;
};

} // namespace hub
