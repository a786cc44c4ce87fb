// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filterfields.h"

#include <QTimeZone>

#include <optional>

namespace hub {

/// The time and the time zone in which a filter is read.
struct FilterContext
{
    qint64 nowMs = 0; ///< Milliseconds since 1970 UTC. `today` and `14:00` are relative to it.
    QTimeZone zone = QTimeZone::utc(); ///< Of times without an offset.
    /// Limit on the steps of a regular expression from one position of a text.
    int regexSteps = 5000;
    /// A regular expression sees so many characters of a text.
    qsizetype regexCharacters = 4096;
};

/// The values that a written value stands for: `14:00` is a minute, `5m` the time below 6 min.
struct FilterSpan
{
    double from = 0; ///< The smallest of these values.
    double to = 0; ///< The largest of these values.
};

/// Reads a value of a field with this type, in the unit of the type. Returns nothing for text that
/// is no such value. For Number, Percent, Size, Duration and Time only.
std::optional<FilterSpan> parseFilterValue(FilterType type, const QString &text,
                                           const FilterContext &context);

/// Returns examples of such values for messages: `10m, 2h or 7d`.
QString filterValueExamples(FilterType type);

} // namespace hub
