// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

namespace hub {

/// The most signatures that one webhook may carry.
constexpr qsizetype maxSignatures = 16;

/// Holds each given MAC against that of each secret over `verdict.canonical` (HMAC-SHA256), in a
/// time that does not tell how far they agree. Sets secret and secrets, and what is wrong when none
/// fits. Beyond maxSignatures they do not count.
void matchMacs(Verdict &verdict, const Secrets &secrets, const QList<QByteArray> &given);

/// Likewise for a secret that the sender itself shows.
void matchToken(Verdict &verdict, const Secrets &secrets, const QByteArray &given);

/// Reads whole seconds since 1970, sets the skew against `nowMs`, and refuses what is more than
/// `toleranceS` away unless something else is wrong already; not with a number at all.
void judgeTime(Verdict &verdict, const QByteArray &seconds, qint64 nowMs, qint64 toleranceS);

/// Refuses; what was found wrong first stays.
void refuse(Verdict &verdict, const QByteArray &code, const QString &reason);

/// 64 digits of either case; nullopt else.
std::optional<QByteArray> decodeHexMac(QByteArrayView text);

} // namespace hub
