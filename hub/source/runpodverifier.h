// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

namespace hub {

/// RunPod does not sign webhooks, but calls the URL that was given with the job. That URL therefore
/// carries `?attempt=<name>&mac=<hex>`. `name` is attemptName() of the job or attempt, `mac` is
/// runpodMac(). A worker can then send webhooks for its own job or attempt only.
class RunpodVerifier final : public Verifier
{
public:
    explicit RunpodVerifier(Secrets secrets);

    Verdict verify(const Inbound &inbound) const override;
    bool isRepeatable() const override { return false; } // the MAC is not stored
    /// Signs with the first secret, which is the newest during a rotation.
    QByteArray callbackQuery(const QByteArray &source, const QByteArray &attempt) const override;

private:
    const Secrets m_secrets; ///< Never empty.
};

/// Returns HMAC-SHA256 over `runpod\n<source>\n<attempt>` in hex.
QByteArray runpodMac(const QByteArray &secret, const QByteArray &source, const QByteArray &attempt);

} // namespace hub
