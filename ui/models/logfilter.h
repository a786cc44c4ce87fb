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

    LogFilter() = default;

    /// An error for a bad regular expression, an unknown type or level; whoever asked keeps what it
    /// had.
    static hub::Result<LogFilter> parse(const QString &text);

    bool isEmpty() const { return m_terms.empty(); }
    QString text() const { return m_text; }

    bool matches(const EventRing &ring, const LogRow &row, QByteArrayView text) const;

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
    static bool contains(const EventRing &ring, const LogRow &row, QByteArrayView text,
                         const Term &term);

    QString m_text;
    std::vector<Term> m_terms;
};

/// True when `needle` (ASCII letters in lower case) stands in `hay`, ASCII case ignored.
bool containsFolded(QByteArrayView hay, QByteArrayView needle);

} // namespace ui
