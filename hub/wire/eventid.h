// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <optional>

namespace hub {

/// Id of an accepted event: strictly increasing within one epoch. The same shape as a Redis stream
/// id.
struct EventId
{
    qint64 ms =
        0; ///< Milliseconds since 1970 UTC when it was accepted; never below the id before it.
    quint32 n = 0; ///< Counts ids within one millisecond.

    /// No id that we give has a greater n, and none a greater ms before the year 2109: so the two
    /// fit into one integer of the store.
    static constexpr quint32 maxN = (1U << 21) - 1;
    static constexpr qint64 maxMs = (1LL << 42) - 1;

    auto operator<=>(const EventId &) const = default;

    /// True for `0-0`, the place before all history.
    bool isNull() const { return ms == 0 && n == 0; }

    /// `ms-n`
    QByteArray toString() const;

    /// Strict: digits, one dash, digits, both in range; nothing else.
    static std::optional<EventId> parse(QByteArrayView text);
};

/// The id after `last` at time `nowMs`: greater than `last` even when the clock went back.
EventId nextEventId(EventId last, qint64 nowMs);

/// An event id with its history's name: `<epoch>.<ms>-<n>`, the SSE `id` and `Last-Event-ID`.
struct Cursor
{
    QByteArray epoch; ///< 1 to 32 of [a-z0-9].
    EventId id;

    bool operator==(const Cursor &) const = default;

    QByteArray toWire() const;

    /// Strict; at most 96 bytes.
    static std::optional<Cursor> parse(QByteArrayView text);
};

} // namespace hub
