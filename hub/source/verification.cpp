// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/verification.h"

#include "hub/source/gitlabverifier.h"
#include "hub/source/runpodverifier.h"
#include "hub/source/standardwebhooksverifier.h"
#include "hub/source/stripeverifier.h"
#include "hub/source/tokenverifier.h"

namespace hub {

namespace {

/// Anyone who has seen one delivery can guess a shorter secret.
constexpr qsizetype leastSecretBytes = 8;

using Made = std::unique_ptr<Verifier>;

Made makeFree(const Verification &v)
{
    if (v.format.header.isEmpty())
        return std::make_unique<TokenVerifier>(v.scheme, v.secrets, "authorization", "Bearer");
    return std::make_unique<BodyMacVerifier>(v.scheme, v.secrets, v.format);
}

} // namespace

bool takesFormat(const QByteArray &scheme)
{
    return scheme == "generic" || scheme == "cloudevents" || scheme == "image-gen"
           || scheme == "execution";
}

Result<std::unique_ptr<Verifier>> makeVerifier(const Verification &v)
{
    for (size_t i = 0; i < v.secrets.size(); ++i) {
        if (v.secrets[i].size() < leastSecretBytes)
            return Error{"bad_secret", QStringLiteral("secret %1 is shorter than %2 bytes")
                                           .arg(i + 1)
                                           .arg(leastSecretBytes)};
    }
    if (v.secrets.empty())
        return Made();
    if (v.scheme == "standard-webhooks")
        return StandardWebhooksVerifier::make(v.secrets, v.toleranceS);
    if (v.scheme == "runpod")
        return Made(std::make_unique<RunpodVerifier>(v.secrets));
    if (v.scheme == "stripe")
        return Made(std::make_unique<StripeVerifier>(v.secrets, v.toleranceS));
    if (v.scheme == "gitlab")
        return GitlabVerifier::make(v.secrets, v.toleranceS);
    if (v.scheme == "github")
        return Made(std::make_unique<BodyMacVerifier>(
            v.scheme, v.secrets,
            BodyMacVerifier::Format{"x-hub-signature-256",
                                    "sha256=", BodyMacVerifier::Encoding::Hex}));
    return makeFree(v);
}

} // namespace hub
