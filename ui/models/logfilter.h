// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "ui/models/eventring.h"

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// Which log rows to show. Words must all be found in text, job id or event name, whatever the case
/// of ASCII letters;
/// `-word` must not. `type:failed`, `job:4821` (part of the id) and `level:warning` name a field;
/// `/expression/` is a regular expression on the text. Rows of the monitor's own (gaps, reconnects)
/// always pass: they tell what is missing.
class LogFilter
{
public:
    static constexpr qsizetype maxLength = 500;
    /// Steps that a regular expression may take from one position of a row's text. An ordinary
    /// expression needs a few steps a character, and a text has at most EventRing::maxTextBytes.
    static constexpr int maxSteps = 5000;

    /// What a filter says about one row.
    enum class Verdict {
        Shown,
        Hidden,
        TooCostly, ///< The regular expression reached its limit before it had an answer.
    };

    LogFilter() = default;

    /// An error for a bad regular expression, an unknown type or level; whoever asked keeps what it
    /// had.
    static hub::Result<LogFilter> parse(const QString &text);

    bool isEmpty() const { return m_terms.empty(); }
    QString text() const { return m_text; }

    Verdict judge(const EventRing &ring, const LogRow &row, QByteArrayView text) const;
    /// Whether one row may take as long as thousands of rows take otherwise.
    bool hasExpression() const;

private:
    enum class Field { Any, Type, Job, Level, Regex };
    struct Term
    {
        Field field = Field::Any;
        QByteArray word; ///< ASCII letters folded to lower case.
        quint32 mask = 0; ///< Types or levels that match.
        QRegularExpression regex;
        bool negated = false;
    };

    static hub::Result<Term> parseTerm(const QString &token);
    /// No value when the term's regular expression reached its limit.
    static std::optional<bool> contains(const EventRing &ring, const LogRow &row,
                                        QByteArrayView text, const Term &term);

    QString m_text;
    std::vector<Term> m_terms; ///< Regular expressions come last: they cost most.
};

/// True when `needle` (ASCII letters in lower case) stands in `hay`, ASCII case ignored.
bool containsFolded(QByteArrayView hay, QByteArrayView needle);

} // namespace ui
