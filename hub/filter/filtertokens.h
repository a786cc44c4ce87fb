// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filternode.h"

namespace hub {

/// One token of a filter.
struct FilterToken
{
    enum class Kind { End, Open, Close, Minus, Not, And, Or, Term };

    Kind kind = Kind::End;
    FilterNode term{}; ///< Of a Term.
    qsizetype position = 0;
    qsizetype length = 0;
};

/// Splits a filter into tokens.
class FilterTokens
{
public:
    explicit FilterTokens(const QString &text) : m_text(text) { }

    /// Returns the next token, or End. Sets `fault` and returns End for text that is no token.
    FilterToken next(std::optional<FilterFault> &fault);

private:
    QChar at(qsizetype position) const;
    bool isEnd(qsizetype position) const;
    FilterToken term(std::optional<FilterFault> &fault);
    void readRegex(FilterNode &node, std::optional<FilterFault> &fault);
    void readQuoted(FilterNode &node, std::optional<FilterFault> &fault);
    bool readField(FilterNode &node);
    void readOperator(FilterNode &node);
    void readValue(FilterNode &node, std::optional<FilterFault> &fault);
    QString bareText();

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace hub
