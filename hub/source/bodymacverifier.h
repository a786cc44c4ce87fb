// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

namespace hub {

/// Verifies an HMAC-SHA256 over the body in a header, such as GitHub's `X-Hub-Signature-256:
/// sha256=<hex>`.
class BodyMacVerifier final : public Verifier
{
public:
    enum class Encoding { Hex, Base64 };

    struct Format
    {
        QByteArray header; ///< In lower case.
        QByteArray prefix; ///< Text before the MAC, such as `sha256=`; may be empty.
        Encoding encoding = Encoding::Hex;
    };

    /// `scheme` is the name that verdicts carry.
    BodyMacVerifier(QByteArray scheme, Secrets secrets, Format format);

    Verdict verify(const Inbound &inbound) const override;

private:
    const QByteArray m_scheme;
    const Secrets m_secrets;
    const Format m_format;
};

} // namespace hub
