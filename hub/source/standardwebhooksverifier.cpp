// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/standardwebhooksverifier.h"

#include "hub/crypto/base64.h"
#include "hub/source/macmatch.h"

namespace hub {

namespace {

constexpr qsizetype maxIdBytes = 256;
constexpr qsizetype ed25519SignatureBytes = 64;
constexpr QByteArrayView secretPrefix("whsec_");
constexpr QByteArrayView keyPrefix("whpk_");

} // namespace

struct StandardWebhooksVerifier::Signatures
{
    QList<QByteArray> macs;
    QList<QByteArray> signatures; ///< Ed25519.

    /// Skips signatures of unknown versions, as the specification requires.
    static Signatures parse(const QByteArray &header)
    {
        Signatures all;
        for (const QByteArray &part : header.split(' ')) {
            const qsizetype comma = part.indexOf(',');
            const QByteArray version = part.left(comma);
            const auto bytes = decodeBase64(part.mid(comma + 1));
            if (comma < 0 || !bytes || all.macs.size() + all.signatures.size() >= maxSignatures)
                continue;
            if (version == "v1")
                all.macs.append(*bytes);
            else if (version == "v1a" && bytes->size() == ed25519SignatureBytes)
                all.signatures.append(*bytes);
        }
        return all;
    }
};

Result<std::unique_ptr<Verifier>> StandardWebhooksVerifier::make(const Secrets &secrets,
                                                                 std::chrono::seconds tolerance)
{
    std::unique_ptr<StandardWebhooksVerifier> made(new StandardWebhooksVerifier(tolerance));
    for (size_t i = 0; i < secrets.size(); ++i) {
        if (!made->add(secrets[i]))
            return Error{"bad_secret",
                         QStringLiteral("secret %1 must be base64 (with or without whsec_), or "
                                        "whpk_ and a base64 Ed25519 public key")
                             .arg(i + 1)};
    }
    return std::unique_ptr<Verifier>(std::move(made));
}

bool StandardWebhooksVerifier::add(const QByteArray &text)
{
    const int number = static_cast<int>(m_secrets.size() + m_keys.size()) + 1;
    if (text.startsWith(keyPrefix)) {
        const auto bytes = decodeBase64(QByteArrayView(text).sliced(keyPrefix.size()));
        auto key =
            bytes ? PublicKey::fromEd25519(*bytes) : Result<PublicKey>(Error{"bad_key", QString()});
        if (!key)
            return false;
        m_keys.push_back(std::move(*key));
        m_keyNumbers.push_back(number);
        return true;
    }
    const bool prefixed = text.startsWith(secretPrefix); // some senders leave it out
    const auto secret =
        decodeBase64(QByteArrayView(text).sliced(prefixed ? secretPrefix.size() : 0));
    if (!secret || secret->isEmpty())
        return false;
    m_secrets.push_back(*secret);
    m_secretNumbers.push_back(number);
    return true;
}

Verdict StandardWebhooksVerifier::verify(const Inbound &inbound) const
{
    Verdict verdict;
    verdict.scheme = QByteArrayLiteral("standard-webhooks");
    const QByteArray id = inbound.header("webhook-id");
    const QByteArray seconds = inbound.header("webhook-timestamp");
    const QByteArray signatures = inbound.header("webhook-signature");
    if (id.isEmpty() || seconds.isEmpty() || signatures.isEmpty()) {
        refuse(
            verdict, "missing_signature",
            QStringLiteral("webhook-id, webhook-timestamp and webhook-signature must be present"));
        return verdict;
    }
    const Signatures given = Signatures::parse(signatures);
    if ((given.macs.isEmpty() && given.signatures.isEmpty()) || id.size() > maxIdBytes) {
        refuse(verdict, "malformed_signature",
               QStringLiteral("webhook-signature must be v1,<base64> or v1a,<base64>, and "
                              "webhook-id at most %1 bytes long")
                   .arg(maxIdBytes));
        return verdict;
    }
    // The timestamp must be a number, so that an id with a dot cannot be read as another id and
    // time.
    verdict.canonical = id + '.' + seconds + '.' + inbound.body;
    match(verdict, given);
    judgeTime(verdict, seconds, inbound.receivedMs, m_tolerance);
    verdict.signedId = id;
    return verdict;
}

void StandardWebhooksVerifier::match(Verdict &verdict, const Signatures &given) const
{
    matchKeys(verdict, given.signatures);
    verdict.secrets = static_cast<int>(m_keys.size());
    if (verdict.secret != 0) {
        verdict.secrets += static_cast<int>(m_secrets.size());
        return;
    }
    matchMacs(verdict, m_secrets, given.macs);
    if (verdict.secret != 0)
        verdict.secret = m_secretNumbers[static_cast<size_t>(verdict.secret) - 1];
}

void StandardWebhooksVerifier::matchKeys(Verdict &verdict, const QList<QByteArray> &given) const
{
    for (size_t i = 0; i < m_keys.size(); ++i) {
        for (const QByteArray &signature : given) {
            if (!m_keys[i].verify(SignatureScheme::EdDsa, verdict.canonical, signature))
                continue;
            verdict.secret = m_keyNumbers[i];
            return;
        }
    }
}

} // namespace hub
