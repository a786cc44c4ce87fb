// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

namespace hub {

/// RunPod signs nothing, but calls the URL it was given with the job. So that URL carries
/// `?attempt=<id>&mac=<hex>`: `id` names the job or its attempt (`restore_id`), `mac` is
/// runpodMac(). Whoever runs an attempt can speak for it and for no other.
class RunpodVerifier final : public Verifier
{
public:
    explicit RunpodVerifier(Secrets secrets);

    Verdict verify(const Inbound &inbound) const override;
    bool isRepeatable() const override { return false; } // the MAC is kept nowhere

private:
    const Secrets m_secrets;
};

/// Hex of HMAC-SHA256 over `runpod\n<source>\n<attempt>`.
QByteArray runpodMac(const QByteArray &secret, const QByteArray &source, const QByteArray &attempt);

} // namespace hub
