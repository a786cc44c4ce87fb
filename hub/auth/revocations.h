// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/principal.h"
#include "hub/base/result.h"

#include <QByteArray>
#include <QHash>

namespace hub {

class Clock;

/// Revoked tokens and users. A revocation ends when the tokens it covers have expired. The caller
/// of add() also writes it to the store, which supplies it again after a restart. Hub thread only.
class Revocations
{
public:
    static constexpr qsizetype most = 10'000; ///< Of tokens and of users each.
    static constexpr qsizetype mostTokenIdBytes = 128; ///< No `jti` is longer.

    /// `clock` is not owned.
    explicit Revocations(const Clock *clock) : m_clock(clock) { }

    /// Revokes the token with this `jti`, or all tokens of this `sub`, until `untilMs` (wall
    /// clock). The other argument is empty. A longer revocation of the same stays. Errors:
    /// `bad_field` for a `jti` that is too long, an invalid user or a time in the past;
    /// `too_many_revocations` when the limit is reached.
    Result<void> add(const QByteArray &tokenId, const QByteArray &subject, qint64 untilMs);

    bool isRevoked(const Principal &principal) const;

private:
    using Entries = QHash<QByteArray, qint64>; ///< Name to end of the revocation, wall clock.

    Result<void> insert(Entries &entries, const QByteArray &name, qint64 untilMs);
    bool holds(const Entries &entries, const QByteArray &name) const;

    const Clock *m_clock;
    Entries m_tokens;
    Entries m_subjects;
};

} // namespace hub
