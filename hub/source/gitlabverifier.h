// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/source/verifier.h"

#include <memory>

namespace hub {

/// GitLab's two ways: a secret token, shown in `X-Gitlab-Token`, or a signing token (`whsec_…`), by
/// which a webhook is signed as Standard Webhooks are. Each secret is of one kind; both kinds may
/// be configured, so that one can replace the other.
class GitlabVerifier final : public Verifier
{
public:
    /// An Error (`bad_secret`) says which signing token is none, never what it holds.
    static Result<std::unique_ptr<Verifier>> make(const Secrets &secrets, qint64 toleranceS);

    Verdict verify(const Inbound &inbound) const override;
    bool isRepeatable() const override { return m_tokenNumbers.empty(); }

private:
    GitlabVerifier() = default;

    std::unique_ptr<Verifier> m_token;
    std::unique_ptr<Verifier> m_signature; ///< Null without signing tokens.
    // Their places among all that is configured, counted from 1.
    std::vector<int> m_tokenNumbers;
    std::vector<int> m_signingNumbers;
};

} // namespace hub
