// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/crypto/publickey.h"
#include "hub/source/verifier.h"

#include <chrono>
#include <memory>

namespace hub {

/// Verifies Standard Webhooks (https://www.standardwebhooks.com). The headers are `webhook-id`,
/// `webhook-timestamp` and `webhook-signature`. The last holds signatures over
/// `<id>.<timestamp>.<body>`, separated by spaces: `v1,<base64>` (HMAC-SHA256) or `v1a,<base64>`
/// (Ed25519).
class StandardWebhooksVerifier final : public Verifier
{
public:
    /// Secrets are base64, usually after `whsec_`. Public keys are base64 after `whpk_`. The error
    /// `bad_secret` names an invalid one by its number and never contains it.
    static Result<std::unique_ptr<Verifier>> make(const Secrets &secrets,
                                                  std::chrono::seconds tolerance);

    Verdict verify(const Inbound &inbound) const override;

private:
    struct Signatures;

    explicit StandardWebhooksVerifier(std::chrono::seconds tolerance) : m_tolerance(tolerance) { }

    bool add(const QByteArray &text);
    void match(Verdict &verdict, const Signatures &given) const;
    void matchKeys(Verdict &verdict, const QList<QByteArray> &given) const;

    const std::chrono::seconds m_tolerance;
    Secrets m_secrets;
    std::vector<PublicKey> m_keys;
    // Numbers of the secrets and keys among all that are configured, counted from 1.
    std::vector<int> m_secretNumbers;
    std::vector<int> m_keyNumbers;
};

} // namespace hub
