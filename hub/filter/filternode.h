// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace hub {

/// The way in which a term compares its field with its value.
enum class FilterOperator {
    Has, ///< `:` – contains, or equals for states, numbers and times.
    Equal, ///< `=`
    NotEqual, ///< `!=`
    Less, ///< `<`
    AtMost, ///< `<=`
    Greater, ///< `>`
    AtLeast, ///< `>=`
    Matches, ///< `~` – regular expression.
};

/// Returns the operator as it is written.
QString toString(FilterOperator op);

/// A filter as a tree. parseFilter() makes it from text, toText() makes text from it.
struct FilterNode
{
    enum class Kind {
        And, ///< All children. Without children it accepts every row.
        Or, ///< At least one child.
        Not, ///< Not its only child.
        Word, ///< `text` is part of any text of the row.
        Regex, ///< `text` is a regular expression for any text of the row.
        Compare, ///< `field`, `op` and `text`.
    };

    Kind kind = Kind::And;
    QString text{};
    QString field{}; ///< In lower case, except what follows a dot: `state`, `label.Team`.
    FilterOperator op = FilterOperator::Has;
    bool quoted = false; ///< The value of a comparison was in quotes: `*`, `,` and `..` are text.
    std::vector<FilterNode> children{};
    // The place of the node in the text, counted in UTF-16 code units. Two equal nodes may differ
    // in them.
    qsizetype position = 0; ///< Of the field, or of the whole term.
    qsizetype valuePosition = 0; ///< Of the text.

    /// Compares everything except the positions.
    bool operator==(const FilterNode &other) const;
};

/// Returns a text from which parseFilter() makes an equal tree. An empty text for a tree that
/// accepts every row.
QString toText(const FilterNode &node);

/// Returns `text` as one word of a filter, in quotes where that is necessary.
QString filterWord(const QString &text);

/// Returns the term that compares a field with exactly this text: `owner="ann lee"`.
QString filterTerm(const QString &field, FilterOperator op, const QString &text);

/// A mistake in a filter.
struct FilterFault
{
    qsizetype position = 0; ///< Of the first wrong character, in UTF-16 code units.
    qsizetype length = 0; ///< 0 = something is missing at the position.
    QString message; ///< For people, without the position.

    /// Returns the message with its position, counted from 1: `character 7: unknown field …`.
    QString toString() const;
};

/// A tree, or the mistake that prevents it.
struct ParsedFilter
{
    FilterNode tree;
    std::optional<FilterFault> fault{};

    bool ok() const { return !fault; }
};

constexpr qsizetype maxFilterCharacters = 500; ///< Of the whole text.
constexpr int maxFilterDepth = 20; ///< Of nested parentheses and negations.
constexpr int maxFilterTerms = 50;
constexpr int maxFilterRegexes = 5; ///< Regular expressions in one filter.
constexpr qsizetype maxFilterRegex = 200; ///< Characters of one regular expression.

/// Reads a filter. resources/docs/filters.md has the grammar. Does not check whether fields exist
/// and values fit: Filter::compile() does. Pure.
ParsedFilter parseFilter(const QString &text);

} // namespace hub
