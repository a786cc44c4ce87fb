// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

#include <chrono>

namespace hub {

/// The most signatures of one webhook that are checked.
constexpr qsizetype maxSignatures = 16;

/// Compares each given MAC, in constant time, with the HMAC-SHA256 of `verdict.canonical` for each
/// secret. Sets `secret` and `secrets`; refuses the verdict when no MAC fits. Ignores MACs beyond
/// maxSignatures.
void matchMacs(Verdict &verdict, const Secrets &secrets, const QList<QByteArray> &given);

/// Compares a secret shown by the sender, in constant time, with each secret. Sets `secret` and
/// `secrets`; refuses the verdict when none fits.
void matchToken(Verdict &verdict, const Secrets &secrets, const QByteArray &given);

/// Checks a timestamp in whole seconds since 1970 against `nowMs` and sets the skew. Refuses as
/// `malformed_signature` when `seconds` is not a number, and as `stale_timestamp` when the skew
/// exceeds `tolerance`. An earlier refusal stays.
void judgeTime(Verdict &verdict, const QByteArray &seconds, qint64 nowMs,
               std::chrono::seconds tolerance);

/// Refuses the verdict, unless it is refused already: the first reason stays.
void refuse(Verdict &verdict, const QByteArray &code, const QString &reason);

/// Decodes a MAC of 64 hex digits in upper or lower case; nullopt otherwise.
std::optional<QByteArray> decodeHexMac(QByteArrayView text);

} // namespace hub
