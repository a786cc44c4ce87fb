// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace hub {

/// What a Verifier found out about one webhook, without anything secret in it.
struct Verdict
{
    QByteArray scheme;
    QByteArray code; ///< Empty = accepted; `missing_signature`, `malformed_signature`,
                     ///< `bad_signature`, `stale_timestamp`.
    QString reason; ///< For people.
    int secret = 0; ///< Which of the secrets fits, counted from 1; 0 = none.
    int secrets = 0; ///< How many were tried.
    QByteArray canonical; ///< The bytes that the signature is about; empty for tokens.
    /// Where what was given leaves what was expected, in bytes of the decoded signature. Said only
    /// from half of it on, else 0: who could read the exact place could forge byte by byte.
    std::optional<qsizetype> firstDifference;
    std::optional<qint64> skewS; ///< The sender's clock minus ours, when the scheme signs a time.
    QStringList hints; ///< What else would have fitted; only from explain().
    QByteArray signedId; ///< Id that the signature vouches for; a repeat has the same.
    QByteArray signedFor; ///< The job or attempt that alone the sender may speak for.
    bool bodyAloneSigned = false; ///< Nothing vouches for the headers.

    bool accepted() const { return code.isEmpty(); }
};

/// As a JSON object: for the delivery's row without the canonical bytes, which the body has anyway.
enum class VerdictDetail { Stored, Full };
QByteArray toJson(const Verdict &verdict, VerdictDetail detail);

} // namespace hub
