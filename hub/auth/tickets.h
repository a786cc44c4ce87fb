// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/principal.h"
#include "hub/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <chrono>

namespace hub {

class Clock;

/// Tickets stand for a token in the URL of a browser's EventSource, which cannot send the header. A
/// ticket is valid for one use within 30 s, so a ticket in a log is worthless. Hub thread only.
class Tickets
{
public:
    static constexpr std::chrono::milliseconds lifetime{30'000};
    static constexpr qsizetype most = 10'000;
    static constexpr int mostOfSubject = 64; ///< Keeps one user from using up `most`.

    /// `clock` is not owned.
    explicit Tickets(const Clock *clock) : m_clock(clock) { }

    /// Issues a ticket: 32 random bytes as base64url. The error is `too_many_tickets` when a limit
    /// is reached.
    Result<QByteArray> issue(const Principal &principal);

    /// Uses up the ticket and returns its principal. The error is `bad_ticket` for an unknown, used
    /// or expired ticket.
    Result<Principal> redeem(QByteArrayView ticket);

private:
    struct Entry
    {
        Principal principal;
        qint64 untilMs = 0; ///< Steady clock.
    };
    void remove(const QByteArray &hash);
    void removeOld();

    const Clock *m_clock;
    /// By SHA-256 of the ticket. The ticket itself is not stored.
    QHash<QByteArray, Entry> m_entries;
    QHash<QByteArray, int> m_perSubject;
};

} // namespace hub
