// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/stripeverifier.h"

#include "hub/source/macmatch.h"

namespace hub {

namespace {

struct SignatureHeader
{
    QByteArray seconds;
    QList<QByteArray> macs;
};

/// Skips unknown schemes, such as `v0` in test mode.
SignatureHeader parse(const QByteArray &text)
{
    SignatureHeader header;
    for (const QByteArray &part : text.split(',')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.left(equals).trimmed();
        const QByteArray value = part.mid(equals + 1).trimmed();
        if (name == "t" && header.seconds.isEmpty())
            header.seconds = value;
        const auto mac = name == "v1" ? decodeHexMac(value) : std::nullopt;
        if (mac && header.macs.size() < maxSignatures)
            header.macs.append(*mac);
    }
    return header;
}

} // namespace

StripeVerifier::StripeVerifier(Secrets secrets, std::chrono::seconds tolerance)
    : m_secrets(std::move(secrets))
    , m_tolerance(tolerance)
{ }

Verdict StripeVerifier::verify(const Inbound &inbound) const
{
    Verdict verdict;
    verdict.scheme = QByteArrayLiteral("stripe");
    verdict.bodyAloneSigned = true;
    const QByteArray text = inbound.header("stripe-signature");
    if (text.isEmpty()) {
        refuse(verdict, "missing_signature", QStringLiteral("there is no stripe-signature header"));
        return verdict;
    }
    const SignatureHeader header = parse(text);
    if (header.seconds.isEmpty() || header.macs.isEmpty()) {
        refuse(verdict, "malformed_signature",
               QStringLiteral("stripe-signature must be t=<seconds>,v1=<64 hex digits>"));
        return verdict;
    }
    verdict.canonical = header.seconds + '.' + inbound.body;
    matchMacs(verdict, m_secrets, header.macs);
    judgeTime(verdict, header.seconds, inbound.receivedMs, m_tolerance);
    return verdict;
}

} // namespace hub
