// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/bodymacverifier.h"

#include "hub/crypto/base64.h"
#include "hub/source/macmatch.h"

namespace hub {

BodyMacVerifier::BodyMacVerifier(QByteArray scheme, Secrets secrets, Format format)
    : m_scheme(std::move(scheme))
    , m_secrets(std::move(secrets))
    , m_format(std::move(format))
{ }

Verdict BodyMacVerifier::verify(const Inbound &inbound) const
{
    Verdict verdict;
    verdict.scheme = m_scheme;
    verdict.canonical = inbound.body;
    verdict.bodyAloneSigned = true;
    const QByteArray text = inbound.header(m_format.header);
    if (text.isEmpty()) {
        refuse(verdict, "missing_signature",
               QStringLiteral("there is no %1 header").arg(QString::fromLatin1(m_format.header)));
        return verdict;
    }
    const QByteArrayView encoded =
        QByteArrayView(text).sliced(text.startsWith(m_format.prefix) ? m_format.prefix.size() : 0);
    const bool prefixed = text.startsWith(m_format.prefix);
    const auto mac =
        m_format.encoding == Encoding::Hex ? decodeHexMac(encoded) : decodeBase64(encoded);
    if (!prefixed || !mac) {
        refuse(verdict, "malformed_signature",
               QStringLiteral("%1 is not %2 and a MAC in %3")
                   .arg(QString::fromLatin1(m_format.header),
                        m_format.prefix.isEmpty() ? QStringLiteral("nothing")
                                                  : QString::fromLatin1(m_format.prefix),
                        m_format.encoding == Encoding::Hex ? QStringLiteral("64 hex digits")
                                                           : QStringLiteral("base64")));
        return verdict;
    }
    matchMacs(verdict, m_secrets, {*mac});
    return verdict;
}

} // namespace hub
