// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/gitlabverifier.h"

#include "hub/source/sharedsecretverifier.h"
#include "hub/source/standardwebhooksverifier.h"

namespace hub {

namespace {
constexpr QByteArrayView scheme("gitlab");
} // namespace

Result<std::unique_ptr<Verifier>> GitlabVerifier::make(const Secrets &secrets,
                                                       std::chrono::seconds tolerance)
{
    std::unique_ptr<GitlabVerifier> made(new GitlabVerifier);
    Secrets tokens;
    Secrets signing;
    for (std::size_t i = 0; i < secrets.size(); ++i) {
        const bool signs = secrets[i].startsWith("whsec_");
        (signs ? signing : tokens).push_back(secrets[i]);
        (signs ? made->m_signingNumbers : made->m_tokenNumbers).push_back(static_cast<int>(i) + 1);
    }
    if (!signing.empty()) {
        auto verifier = StandardWebhooksVerifier::make(signing, tolerance);
        if (!verifier)
            return verifier.error();
        made->m_signature = std::move(*verifier);
    }
    made->m_token = std::make_unique<SharedSecretVerifier>(scheme.toByteArray(), std::move(tokens),
                                                           "x-gitlab-token", "");
    return std::unique_ptr<Verifier>(std::move(made));
}

Verdict GitlabVerifier::verify(const Inbound &inbound) const
{
    const bool isSigned = m_signature && !inbound.header("webhook-signature").isEmpty();
    Verdict verdict = (isSigned ? m_signature : m_token)->verify(inbound);
    verdict.scheme = scheme.toByteArray();
    verdict.secrets = static_cast<int>(m_tokenNumbers.size() + m_signingNumbers.size());
    if (verdict.secret > 0)
        verdict.secret = (isSigned ? m_signingNumbers
                                   : m_tokenNumbers)[static_cast<std::size_t>(verdict.secret) - 1];
    return verdict;
}

} // namespace hub
