// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace hub {

/// The result of verifying one webhook. It contains nothing secret.
struct Verdict
{
    QByteArray scheme;
    QByteArray code; ///< Empty = accepted; otherwise `missing_signature`, `malformed_signature`,
                     ///< `bad_signature` or `stale_timestamp`.
    QString reason; ///< Why it was refused; text for operators.
    int secret = 0; ///< Number of the secret that fits, counted from 1; 0 = none.
    int secrets = 0; ///< Number of configured secrets.
    QByteArray canonical; ///< The signed bytes; empty for tokens.
    /// Offset of the first wrong byte of the decoded signature. 0 when the first half is wrong: the
    /// exact offset would let a caller forge a signature byte by byte.
    std::optional<qsizetype> firstDifference;
    /// Clock of the sender minus that of the hub, when the scheme signs a time.
    std::optional<std::chrono::seconds> skew;
    QStringList hints; ///< Why the signature may have failed; only from explain().
    QByteArray signedId; ///< Id covered by the signature; a repeat has the same.
    /// The only job or attempt that the sender may change: see attemptName().
    QByteArray signedFor;
    bool bodyAloneSigned = false; ///< The signature does not cover the headers.

    bool accepted() const { return code.isEmpty(); }
};

/// Stored leaves out the canonical bytes and the hints: the delivery has the body already.
enum class VerdictDetail { Stored, Full };
/// Returns the verdict as a JSON object.
QByteArray toJson(const Verdict &verdict, VerdictDetail detail);

} // namespace hub
