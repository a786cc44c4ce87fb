// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

namespace hub {

/// Verifies a secret that the sender shows in a header: GitLab's `X-Gitlab-Token`, or
/// `Authorization: Bearer`.
class SharedSecretVerifier final : public Verifier
{
public:
    /// `header` is in lower case. `word` and a space precede the secret, unless `word` is empty.
    SharedSecretVerifier(QByteArray scheme, Secrets secrets, QByteArray header, QByteArray word);

    Verdict verify(const Inbound &inbound) const override;
    bool isRepeatable() const override { return false; }

private:
    const QByteArray m_scheme;
    const Secrets m_secrets;
    const QByteArray m_header;
    const QByteArray m_word;
};

} // namespace hub
