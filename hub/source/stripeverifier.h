// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/verifier.h"

#include <chrono>

namespace hub {

/// Verifies `Stripe-Signature: t=<seconds>,v1=<hex>[,v1=…]`: HMAC-SHA256 over `<t>.<body>`. The key
/// is the secret as configured, with its prefix.
class StripeVerifier final : public Verifier
{
public:
    StripeVerifier(Secrets secrets, std::chrono::seconds tolerance);

    Verdict verify(const Inbound &inbound) const override;

private:
    const Secrets m_secrets;
    const std::chrono::seconds m_tolerance;
};

} // namespace hub
