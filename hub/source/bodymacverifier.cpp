// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/bodymacverifier.h"

#include "hub/crypto/base64.h"
#include "hub/source/macmatch.h"

namespace hub {

namespace {

/// Returns the form that the header's value must have, in words.
QString formOf(const BodyMacVerifier::Format &format)
{
    const QString mac = format.encoding == BodyMacVerifier::Encoding::Hex
                            ? QStringLiteral("a MAC of 64 hex digits")
                            : QStringLiteral("a MAC in base64");
    if (format.prefix.isEmpty())
        return mac;
    return QString::fromLatin1(format.prefix) + QStringLiteral(" followed by ") + mac;
}

} // namespace

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
               QStringLiteral("%1 must be %2")
                   .arg(QString::fromLatin1(m_format.header), formOf(m_format)));
        return verdict;
    }
    matchMacs(verdict, m_secrets, {*mac});
    return verdict;
}

} // namespace hub
