// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/timetext.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace hub {

using namespace std::chrono;

namespace {
// RFC 3339 can express the years 0000 to 9999.
constexpr sys_time<milliseconds> earliest = sys_days{year{0} / January / 1};
constexpr sys_time<milliseconds> latest = sys_days{year{10000} / January / 1} - milliseconds(1);
constexpr qsizetype secondsEnd = 19; // of `2026-01-31T12:00:00`

/// Returns the number that `count` digits at `at` form; -1 when there are fewer digits.
int digits(QByteArrayView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int number = 0;
    for (const char c : text.sliced(at, count)) {
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Writes `number` with exactly `count` digits. printf() would take longer than the rest of the
/// work for an event.
void putDigits(char *out, int count, int number)
{
    for (; count > 0; number /= 10)
        out[--count] = static_cast<char>('0' + number % 10);
}

bool isOneOf(QByteArrayView text, qsizetype at, QByteArrayView characters)
{
    return at < text.size() && characters.contains(text[at]);
}

std::optional<sys_time<milliseconds>> parseLocal(QByteArrayView text)
{
    const std::array<int, 6> part{digits(text, 0, 4),  digits(text, 5, 2),  digits(text, 8, 2),
                                  digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)};
    const bool separated = isOneOf(text, 4, "-") && isOneOf(text, 7, "-")
                           && isOneOf(text, 10, "Tt ") && isOneOf(text, 13, ":")
                           && isOneOf(text, 16, ":");
    if (!separated || *std::min_element(part.begin(), part.end()) < 0)
        return std::nullopt;
    const year_month_day date = year{part[0]} / part[1] / part[2];
    if (!date.ok() || part[3] > 23 || part[4] > 59 || part[5] > 60)
        return std::nullopt;
    // A leap second (RFC 3339 section 5.7) counts as the second before it.
    return sys_days{date} + hours(part[3]) + minutes(part[4]) + seconds(std::min(part[5], 59));
}

/// Returns the milliseconds of an optional fraction at `at` and moves `at` past it. Ignores digits
/// after the third.
std::optional<milliseconds> parseFraction(QByteArrayView text, qsizetype &at)
{
    if (!isOneOf(text, at, "."))
        return milliseconds(0);
    const qsizetype start = ++at;
    int number = 0;
    for (; isOneOf(text, at, "0123456789"); ++at) {
        if (at - start < 3)
            number = number * 10 + (text[at] - '0');
    }
    if (at == start)
        return std::nullopt;
    for (qsizetype i = at - start; i < 3; ++i)
        number *= 10;
    return milliseconds(number);
}

/// Parses the whole `text` as an offset from UTC.
std::optional<minutes> parseOffset(QByteArrayView text)
{
    if (text == "Z" || text == "z")
        return minutes(0);
    const int hour = digits(text, 1, 2);
    const int minute = digits(text, 4, 2);
    if (text.size() != 6 || !isOneOf(text, 0, "+-") || text[3] != ':' || hour < 0 || hour > 23
        || minute < 0 || minute > 59)
        return std::nullopt;
    const minutes offset = hours(hour) + minutes(minute);
    return text[0] == '-' ? -offset : offset;
}
} // namespace

QByteArray formatTime(qint64 ms)
{
    const auto time = std::clamp(sys_time<milliseconds>(milliseconds(ms)), earliest, latest);
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    QByteArray text("0000-00-00T00:00:00.000Z");
    char *out = text.data();
    putDigits(out, 4, int(date.year()));
    putDigits(out + 5, 2, int(unsigned(date.month())));
    putDigits(out + 8, 2, int(unsigned(date.day())));
    putDigits(out + 11, 2, int(clock.hours().count()));
    putDigits(out + 14, 2, int(clock.minutes().count()));
    putDigits(out + 17, 2, int(clock.seconds().count()));
    putDigits(out + 20, 3, int(clock.subseconds().count()));
    return text;
}

std::optional<qint64> parseTime(QByteArrayView text)
{
    const auto local = parseLocal(text);
    if (!local)
        return std::nullopt;
    qsizetype at = secondsEnd;
    const auto fraction = parseFraction(text, at);
    if (!fraction)
        return std::nullopt;
    const auto offset = parseOffset(text.sliced(at));
    if (!offset)
        return std::nullopt;
    return (*local + *fraction - *offset).time_since_epoch().count();
}

} // namespace hub
