// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace ui {

struct JobRow;
struct LogRow;

/// The kinds of rows that filters are written for.
enum class FilterKind { Jobs, Events, Deliveries, Connections };

/// The texts that can replace the characters from `from` up to the cursor.
struct FilterCompletion
{
    qsizetype from = 0;
    QStringList texts{}; ///< In the order to show them; at most mostCompletions.
};

constexpr qsizetype mostCompletions = 50;

/// Returns values that rows have now in a field, such as owners, in the order to show them.
using FilterValues = std::function<QStringList(const QString &field)>;

/// Returns the names of fields, or the values of a field, that begin with what is before the
/// cursor. `values` is asked for texts; fixed words such as states are known.
FilterCompletion completionAt(const QString &text, qsizetype cursor, FilterKind kind,
                              const FilterValues &values);

enum class FilterUse {
    Only, ///< Every row must match the term too.
    Exclude, ///< No row may match the term.
    Or, ///< A row that matches the term is enough.
    Replace, ///< The term is the whole filter.
};

/// Returns the filter with one more term, used in this way. A term that is in the filter already is
/// not added again. Puts a filter with alternatives in parentheses where that is needed.
QString withTerm(const QString &filter, const QString &term, FilterUse use);

/// Returns the term for rows whose field has exactly this text.
QString fieldTerm(const QString &field, const QString &text);

/// Return the terms for jobs in the state, or of the kind, of a job: `state:failed`.
QString stateTerm(const JobRow &row);
QString kindTerm(const JobRow &row);
/// Returns the term for events of a row's type, or of its level if the row is a log line that is a
/// warning or an error.
QString eventTerm(const LogRow &row);

/// Returns the term for rows that contain this text.
QString wordTerm(const QString &text);

} // namespace ui
