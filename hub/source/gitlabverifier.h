// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/source/verifier.h"

#include <chrono>
#include <memory>

namespace hub {

/// Verifies GitLab webhooks in both forms: a secret token in `X-Gitlab-Token`, or a signature in
/// the form of Standard Webhooks, made with a signing token (`whsec_…`). A secret is of one form.
/// Both forms may be configured, so that one can replace the other.
class GitlabVerifier final : public Verifier
{
public:
    /// The error `bad_secret` names an invalid signing token by its number and never contains it.
    static Result<std::unique_ptr<Verifier>> make(const Secrets &secrets,
                                                  std::chrono::seconds tolerance);

    Verdict verify(const Inbound &inbound) const override;
    bool isRepeatable() const override { return m_tokenNumbers.empty(); }

private:
    GitlabVerifier() = default;

    std::unique_ptr<Verifier> m_token;
    std::unique_ptr<Verifier> m_signature; ///< Null without signing tokens.
    // Numbers of the tokens and signing tokens among the configured secrets, counted from 1.
    std::vector<int> m_tokenNumbers;
    std::vector<int> m_signingNumbers;
};

} // namespace hub
