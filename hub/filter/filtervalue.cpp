// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filtervalue.h"

#include "hub/base/timetext.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace hub {

namespace {

struct Unit
{
    const char *name;
    double value;
};

constexpr std::array<Unit, 6> durationUnits{
    {{"ms", 1}, {"s", 1e3}, {"m", 60e3}, {"h", 3600e3}, {"d", 86'400e3}, {"w", 604'800e3}}};
constexpr double kib = 1024;
constexpr std::array<Unit, 9> sizeUnits{{{"", 1},
                                         {"b", 1},
                                         {"kib", kib},
                                         {"mib", kib *kib},
                                         {"gib", kib *kib *kib},
                                         {"kb", 1e3},
                                         {"mb", 1e6},
                                         {"gb", 1e9},
                                         {"k", kib}}};
constexpr qsizetype mostDigits = 15; // a double has all whole numbers of so many digits
constexpr double millisecondsOfDay = 86'400e3;

/// Takes a decimal number without sign and exponent from the beginning of `text`.
std::optional<double> takeNumber(QStringView &text)
{
    qsizetype end = 0;
    const auto digits = [&] {
        const qsizetype begin = end;
        while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
            ++end;
        return end - begin;
    };
    const qsizetype whole = digits();
    if (whole == 0 || whole > mostDigits)
        return {};
    if (end + 1 < text.size() && text[end] == u'.' && text[end + 1] >= u'0'
        && text[end + 1] <= u'9') {
        ++end;
        if (digits() > mostDigits)
            return {};
    }
    const double value = text.left(end).toDouble();
    text = text.mid(end);
    return value;
}

std::optional<FilterSpan> number(QStringView text, bool percent)
{
    const auto value = takeNumber(text);
    if (!value || !(text.isEmpty() || (percent && text == u"%")))
        return {};
    return FilterSpan{*value, *value};
}

std::optional<FilterSpan> size(QStringView text)
{
    const auto value = takeNumber(text);
    if (!value)
        return {};
    for (const Unit &unit : sizeUnits) {
        if (text.compare(QLatin1String(unit.name), Qt::CaseInsensitive) == 0)
            return FilterSpan{*value * unit.value, *value * unit.value};
    }
    return {};
}

/// Reads `90s`, `1h30m` or `90` (seconds). The span is as long as the last unit.
std::optional<FilterSpan> duration(QStringView text)
{
    double sum = 0;
    double last = 1e3;
    bool first = true;
    while (first || !text.isEmpty()) {
        const auto value = takeNumber(text);
        qsizetype letters = 0;
        while (letters < text.size() && text[letters] >= u'a' && text[letters] <= u'z')
            ++letters;
        if (!value || (letters == 0 && !(first && text.isEmpty())))
            return {};
        bool known = letters == 0;
        for (const Unit &unit : durationUnits) {
            if (text.left(letters) == QLatin1String(unit.name)) {
                last = unit.value;
                known = true;
            }
        }
        if (!known)
            return {};
        sum += *value * last;
        text = text.mid(letters);
        first = false;
    }
    return FilterSpan{sum, sum + last - 1};
}

/// Reads `14:00` or `14:00:05`, in milliseconds since midnight.
std::optional<FilterSpan> clockTime(QStringView text)
{
    const bool seconds = text.size() == 8;
    if (!seconds && text.size() != 5)
        return {};
    const QTime time = QTime::fromString(text.toString(), seconds ? QStringLiteral("HH:mm:ss")
                                                                  : QStringLiteral("HH:mm"));
    if (!time.isValid())
        return {};
    const double from = time.msecsSinceStartOfDay();
    return FilterSpan{from, from + (seconds ? 999 : 59'999)};
}

/// Returns a span on a day, from its midnight in the zone of the context.
std::optional<FilterSpan> onDay(const QDate &day, const FilterSpan &span,
                                const FilterContext &context)
{
    if (!day.isValid() || day.year() < 1970 || day.year() > 9999)
        return {};
    const auto midnight = static_cast<double>(day.startOfDay(context.zone).toMSecsSinceEpoch());
    return FilterSpan{midnight + span.from, midnight + span.to};
}

std::optional<FilterSpan> time(const QString &text, const FilterContext &context)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(context.nowMs, context.zone).date();
    constexpr FilterSpan wholeDay{0, millisecondsOfDay - 1};
    if (text == QLatin1String("today"))
        return onDay(today, wholeDay, context);
    if (text == QLatin1String("yesterday"))
        return onDay(today.addDays(-1), wholeDay, context);
    if (const auto clock = clockTime(text))
        return onDay(today, *clock, context);
    if (const auto ms = parseTime(text.toUtf8()))
        return FilterSpan{static_cast<double>(*ms), static_cast<double>(*ms)};
    constexpr qsizetype dayLength = 10;
    const QDate day = QDate::fromString(text.left(dayLength), Qt::ISODate);
    if (text.size() == dayLength)
        return onDay(day, wholeDay, context);
    const QChar separator = text.size() > dayLength ? text.at(dayLength) : QChar();
    const auto clock = clockTime(QStringView(text).mid(qMin(text.size(), dayLength + 1)));
    if (separator != QLatin1Char('T') || !clock)
        return {};
    return onDay(day, *clock, context);
}

} // namespace

std::optional<FilterSpan> parseFilterValue(FilterType type, const QString &text,
                                           const FilterContext &context)
{
    switch (type) {
    case FilterType::Number: return number(text, false);
    case FilterType::Percent: return number(text, true);
    case FilterType::Size: return size(text);
    case FilterType::Duration: return duration(text);
    case FilterType::Time: return time(text, context);
    case FilterType::Text:
    case FilterType::Enum:
    case FilterType::Flags: break;
    }
    return {};
}

QString filterValueExamples(FilterType type)
{
    switch (type) {
    case FilterType::Number: return QStringLiteral("3, 1.5, 2..5");
    case FilterType::Percent: return QStringLiteral("50%, 10..20");
    case FilterType::Size: return QStringLiteral("500, 64KiB, 3MiB, 2GB");
    case FilterType::Duration: return QStringLiteral("500ms, 30s, 10m, 2h, 7d, 1h30m");
    case FilterType::Time:
        return QStringLiteral("14:00, 14:00..14:05, today, 2026-01-31, 2026-01-31T14:00");
    case FilterType::Text:
    case FilterType::Enum:
    case FilterType::Flags: break;
    }
    return {};
}

} // namespace hub
