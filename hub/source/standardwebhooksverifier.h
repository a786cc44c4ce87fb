// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/crypto/publickey.h"
#include "hub/source/verifier.h"

#include <memory>

namespace hub {

/// https://www.standardwebhooks.com: `webhook-id`, `webhook-timestamp` and `webhook-signature`, one
/// or more of `v1,<base64>` (HMAC-SHA256) and `v1a,<base64>` (Ed25519) with spaces between, over
/// `<id>.<timestamp>.<body>`.
class StandardWebhooksVerifier final : public Verifier
{
public:
    /// Secrets are `whsec_` and base64, keys `whpk_` and base64. An Error (`bad_secret`) says which
    /// of them is neither, never what it holds.
    static Result<std::unique_ptr<Verifier>> make(const Secrets &secrets, qint64 toleranceS);

    Verdict verify(const Inbound &inbound) const override;

private:
    struct Signatures;

    explicit StandardWebhooksVerifier(qint64 toleranceS) : m_toleranceS(toleranceS) { }

    bool add(const QByteArray &text);
    void match(Verdict &verdict, const Signatures &given) const;
    void matchKeys(Verdict &verdict, const QList<QByteArray> &given) const;

    const qint64 m_toleranceS;
    Secrets m_secrets;
    std::vector<PublicKey> m_keys;
    // Their places among all that is configured, counted from 1.
    std::vector<int> m_secretNumbers;
    std::vector<int> m_keyNumbers;
};

} // namespace hub
