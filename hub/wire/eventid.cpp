// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/eventid.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hub {

namespace {
constexpr qsizetype maxCursorBytes = 96;
constexpr qsizetype maxEpochBytes = 32;

/// Reads all of `text` as an unsigned decimal number. std::from_chars() alone would accept a minus
/// sign, and text after the number.
template<typename Number>
std::optional<Number> decimal(QByteArrayView text)
{
    if (text.isEmpty() || text.front() < '0' || text.front() > '9')
        return std::nullopt;
    Number number{};
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (error != std::errc{} || end != text.end())
        return std::nullopt;
    return number;
}

constexpr std::size_t maxIdBytes = 32; // a sign, 19 digits, a dash, 10 digits

/// Writes `<ms>-<n>` to `text` and returns its end. Every frame and answer contains an id, so this
/// avoids allocations.
char *write(EventId id, char *text)
{
    char *const limit = text + maxIdBytes;
    text = std::to_chars(text, limit, id.ms).ptr;
    *text++ = '-';
    return std::to_chars(text, limit, id.n).ptr;
}

bool isEpoch(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= maxEpochBytes
           && std::all_of(text.begin(), text.end(),
                          [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}
} // namespace

QByteArray EventId::toString() const
{
    std::array<char, maxIdBytes> text;
    return {text.data(), write(*this, text.data()) - text.data()};
}

std::optional<EventId> EventId::parse(QByteArrayView text)
{
    const qsizetype dash = text.indexOf('-');
    if (dash < 0)
        return std::nullopt;
    const auto ms = decimal<qint64>(text.first(dash));
    const auto n = decimal<quint32>(text.sliced(dash + 1));
    if (!ms || !n)
        return std::nullopt;
    return EventId{*ms, *n};
}

EventId nextEventId(EventId last, qint64 nowMs)
{
    if (nowMs > last.ms)
        return {nowMs, 0};
    if (last.n >= EventId::maxN)
        return {last.ms + 1, 0};
    return {last.ms, last.n + 1};
}

QByteArray Cursor::toWire() const
{
    std::array<char, maxIdBytes> text;
    const qsizetype size = write(id, text.data()) - text.data();
    QByteArray wire(epoch.size() + 1 + size, Qt::Uninitialized);
    char *end = std::copy(epoch.begin(), epoch.end(), wire.data());
    *end = '.';
    std::copy_n(text.data(), size, end + 1);
    return wire;
}

std::optional<Cursor> Cursor::parse(QByteArrayView text)
{
    const qsizetype dot = text.size() > maxCursorBytes ? -1 : text.indexOf('.');
    if (dot < 0 || !isEpoch(text.first(dot)))
        return std::nullopt;
    const auto id = EventId::parse(text.sliced(dot + 1));
    if (!id)
        return std::nullopt;
    return Cursor{text.first(dot).toByteArray(), *id};
}

} // namespace hub
