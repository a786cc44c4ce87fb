// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/sharedsecretverifier.h"

#include "hub/source/macmatch.h"

namespace hub {

SharedSecretVerifier::SharedSecretVerifier(QByteArray scheme, Secrets secrets, QByteArray header,
                                           QByteArray word)
    : m_scheme(std::move(scheme))
    , m_secrets(std::move(secrets))
    , m_header(std::move(header))
    , m_word(std::move(word))
{ }

Verdict SharedSecretVerifier::verify(const Inbound &inbound) const
{
    Verdict verdict;
    verdict.scheme = m_scheme;
    QByteArray given = inbound.header(m_header);
    if (given.isEmpty()) {
        refuse(verdict, "missing_signature",
               QStringLiteral("there is no %1 header").arg(QString::fromLatin1(m_header)));
        return verdict;
    }
    if (!m_word.isEmpty()) {
        const qsizetype space = given.indexOf(' ');
        if (given.left(space).compare(m_word, Qt::CaseInsensitive) != 0) { // RFC 9110 §11.1
            refuse(verdict, "malformed_signature",
                   QStringLiteral("%1 does not begin with %2")
                       .arg(QString::fromLatin1(m_header), QString::fromLatin1(m_word)));
            return verdict;
        }
        given = given.mid(space + 1).trimmed();
    }
    matchToken(verdict, m_secrets, given);
    return verdict;
}

} // namespace hub
