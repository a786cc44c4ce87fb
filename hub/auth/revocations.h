// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/principal.h"
#include "hub/base/result.h"

#include <QByteArray>
#include <QHash>

namespace hub {

class Clock;

/// Tokens and users that are not let in although their tokens are good. Each ends when the tokens
/// that it is about have expired. Whoever adds to them also writes them into the store, whose they
/// are at the next start. Hub thread.
class Revocations
{
public:
    static constexpr qsizetype most = 10'000; ///< Of each kind.
    static constexpr qsizetype mostTokenIdBytes = 128; ///< No `jti` is longer.

    /// `clock` is not owned.
    explicit Revocations(const Clock *clock) : m_clock(clock) { }

    /// Refuses the token with this `jti`, or all of this `sub` (the other is empty), until
    /// `untilMs` of the wall clock. A longer one for the same stays. `bad_field` for a `jti` that
    /// is too long, what cannot be a user, and a time that is over; `too_many_revocations` when
    /// there is no room.
    Result<void> add(const QByteArray &tokenId, const QByteArray &subject, qint64 untilMs);

    bool isRevoked(const Principal &principal) const;

private:
    using Entries = QHash<QByteArray, qint64>; ///< Until when.

    Result<void> insert(Entries &entries, const QByteArray &name, qint64 untilMs);
    bool holds(const Entries &entries, const QByteArray &name) const;

    const Clock *m_clock;
    Entries m_tokens;
    Entries m_subjects;
};

} // namespace hub
