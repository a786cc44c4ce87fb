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

/// Selects rows of the event log.
/// Each word must be part of the text, the job id or the event name; `-word` must not. The case of
/// ASCII letters is ignored. `job:4821` searches the job id. `type:failed` and `level:warning`
/// compare the beginning of the name. `/expression/` is a regular expression on the text; a filter
/// that begins with `/` is one expression and may have blanks.
/// Rows of the monitor itself (gaps, reconnects) always match, because they tell what is missing.
class LogFilter
{
public:
    /// Characters of filter text; the rest is ignored.
    static constexpr qsizetype maxLength = 500;
    /// Limit on the steps of a regular expression from one position of a row's text. An ordinary
    /// expression needs a few steps per character, and a text has at most EventRing::maxTextBytes.
    static constexpr int maxSteps = 5000;

    /// The result of a filter for one row.
    enum class Judgement {
        Shown,
        Hidden,
        TooCostly, ///< The regular expression reached its limit without a result.
    };

    LogFilter() = default;

    /// Reads a filter from text. The error `bad_filter` means an invalid regular expression, one
    /// that sets limits, or an unknown type or level. Its message is for people.
    static hub::Result<LogFilter> parse(const QString &text);

    bool isEmpty() const { return m_terms.empty(); }
    QString text() const { return m_text; }

    Judgement judge(const EventRing &ring, const LogRow &row, QByteArrayView text) const;
    /// Returns whether the filter has a regular expression. Judging one row can then take
    /// milliseconds.
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
    /// Returns no value if the term's regular expression reached its limit.
    static std::optional<bool> contains(const EventRing &ring, const LogRow &row,
                                        QByteArrayView text, const Term &term);

    QString m_text;
    std::vector<Term> m_terms; ///< Regular expressions come last, because they cost most.
};

/// Returns whether `hay` contains `needle`, whose ASCII letters must be in lower case. The case of
/// ASCII letters in `hay` is ignored.
bool containsFolded(QByteArrayView hay, QByteArrayView needle);

} // namespace ui
