// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <optional>

namespace hub {

/// The id of an accepted event. Ids strictly increase within one epoch. They have the form of Redis
/// stream ids.
struct EventId
{
    /// Time of acceptance in milliseconds since 1970 UTC. Never less than in the previous id.
    qint64 ms = 0;
    quint32 n = 0; ///< Counts the ids of one millisecond from 0.

    /// Limits of the ids that nextEventId() makes; maxMs is in the year 2109. With them `ms` and
    /// `n` fit into one 64-bit integer of the store.
    static constexpr quint32 maxN = (1U << 21) - 1;
    static constexpr qint64 maxMs = (1LL << 42) - 1;

    auto operator<=>(const EventId &) const = default;

    /// Returns whether this is `0-0`, the position before all history.
    bool isNull() const { return ms == 0 && n == 0; }

    /// Returns `<ms>-<n>`.
    QByteArray toString() const;

    /// Parses `<ms>-<n>`: digits, one dash, digits. Returns nullopt for any other text and for
    /// numbers that do not fit the members' types. Does not check maxMs and maxN.
    static std::optional<EventId> parse(QByteArrayView text);
};

/// Returns the id after `last` at time `nowMs` (milliseconds since 1970 UTC). It is greater than
/// `last` even when the clock went back.
EventId nextEventId(EventId last, qint64 nowMs);

/// An event id with the epoch of its history. `<epoch>.<ms>-<n>` is the form in the SSE `id` field
/// and in `Last-Event-ID`.
struct Cursor
{
    QByteArray epoch; ///< 1 to 32 characters of [a-z0-9].
    EventId id;

    bool operator==(const Cursor &) const = default;

    /// Returns `<epoch>.<ms>-<n>`.
    QByteArray toWire() const;

    /// Parses the result of toWire(). Returns nullopt for any other text, and above 96 bytes.
    static std::optional<Cursor> parse(QByteArrayView text);
};

} // namespace hub
