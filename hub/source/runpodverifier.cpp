// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/runpodverifier.h"

#include "hub/crypto/digest.h"
#include "hub/source/macmatch.h"
#include "hub/wire/fieldreader.h"

namespace hub {

namespace {

/// A job id, a slash and a restore id.
constexpr qsizetype maxAttemptBytes = 128 + 1 + FieldReader::maxForeignIdBytes;

/// Returns the signed bytes. A source name has no line break, so different pairs give different
/// bytes.
QByteArray canonicalOf(const QByteArray &source, const QByteArray &attempt)
{
    return "runpod\n" + source + '\n' + attempt;
}

} // namespace

QByteArray runpodMac(const QByteArray &secret, const QByteArray &source, const QByteArray &attempt)
{
    return hmacSha256(secret, canonicalOf(source, attempt)).toHex();
}

RunpodVerifier::RunpodVerifier(Secrets secrets) : m_secrets(std::move(secrets)) { }

Verdict RunpodVerifier::verify(const Inbound &inbound) const
{
    Verdict verdict;
    verdict.scheme = QByteArrayLiteral("runpod");
    const QByteArray attempt = inbound.parameter("attempt");
    const QByteArray mac = inbound.parameter("mac");
    if (attempt.isEmpty() || mac.isEmpty()) {
        refuse(verdict, "missing_signature",
               QStringLiteral("the query of the callback URL must have attempt and mac"));
        return verdict;
    }
    const auto decoded = decodeHexMac(mac);
    if (!decoded || attempt.size() > maxAttemptBytes) {
        refuse(verdict, "malformed_signature",
               QStringLiteral("mac must be 64 hex digits, and attempt at most %1 bytes long")
                   .arg(maxAttemptBytes));
        return verdict;
    }
    verdict.canonical = canonicalOf(inbound.source, attempt);
    matchMacs(verdict, m_secrets, {*decoded});
    verdict.signedFor = attempt;
    return verdict;
}

QByteArray RunpodVerifier::callbackQuery(const QByteArray &source, const QByteArray &attempt) const
{
    return "attempt=" + attempt.toPercentEncoding("/")
           + "&mac=" + runpodMac(m_secrets.front(), source, attempt);
}

} // namespace hub
