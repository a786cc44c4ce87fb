// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

namespace hub {

/// The sender shows the secret itself: GitLab's `X-Gitlab-Token`, or `Authorization: Bearer`.
class TokenVerifier final : public Verifier
{
public:
    /// `header` in lower case; before the secret stands `word` and a space, unless it is empty.
    TokenVerifier(QByteArray scheme, Secrets secrets, QByteArray header, QByteArray word);

    Verdict verify(const Inbound &inbound) const override;
    bool isRepeatable() const override { return false; }

private:
    const QByteArray m_scheme;
    const Secrets m_secrets;
    const QByteArray m_header;
    const QByteArray m_word;
};

} // namespace hub
