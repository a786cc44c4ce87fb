// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

namespace hub {

/// RunPod signs nothing, but calls the URL it was given with the job. So that URL carries
/// `?attempt=<name>&mac=<hex>`: `name` is the job's or its attempt's (attemptName()), `mac` is
/// runpodMac(). Whoever runs an attempt can speak for it and for no other.
class RunpodVerifier final : public Verifier
{
public:
    explicit RunpodVerifier(Secrets secrets);

    Verdict verify(const Inbound &inbound) const override;
    bool isRepeatable() const override { return false; } // the MAC is kept nowhere
    /// Made with the first secret: that is the newest where they are being replaced.
    QByteArray callbackQuery(const QByteArray &source, const QByteArray &attempt) const override;

private:
    const Secrets m_secrets; ///< Never empty.
};

/// Hex of HMAC-SHA256 over `runpod\n<source>\n<attempt>`.
QByteArray runpodMac(const QByteArray &secret, const QByteArray &source, const QByteArray &attempt);

} // namespace hub
