// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/principal.h"
#include "hub/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

namespace hub {

class Clock;

/// Stand-ins for a token in the address of a browser's EventSource, which sends no header: good for
/// one use within 30 s, so that one that ends up in a log is worth nothing. Hub thread.
class Tickets
{
public:
    static constexpr qint64 lifetimeMs = 30'000;
    static constexpr qsizetype most = 10'000;
    static constexpr int mostOfSubject = 64; ///< So that nobody takes the room of all.

    /// `clock` is not owned.
    explicit Tickets(const Clock *clock) : m_clock(clock) { }

    /// 32 random bytes as base64url. `too_many_tickets` when there is no room.
    Result<QByteArray> issue(const Principal &principal);

    /// Whose it is; it is used up by that. `bad_ticket` for an unknown, used or old one.
    Result<Principal> redeem(QByteArrayView ticket);

private:
    struct Entry
    {
        Principal principal;
        qint64 untilMs = 0; ///< On the steady clock.
    };
    void remove(const QByteArray &hash);
    void removeOld();

    const Clock *m_clock;
    QHash<QByteArray, Entry> m_entries; ///< By SHA-256 of the ticket, which itself is not kept.
    QHash<QByteArray, int> m_perSubject;
};

} // namespace hub
