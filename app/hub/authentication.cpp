// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/authentication.h"

#include "hub/auth/jwksclient.h"
#include "hub/auth/keyfiles.h"
#include "hub/net/tlsidentity.h"

namespace app {

namespace {

hub::Error wrong(const char *key, const hub::Error &error)
{
    return {"bad_config", QStringLiteral("%1: %2").arg(QLatin1String(key), error.message)};
}

} // namespace

hub::Result<hub::Authenticator::Options> authenticationOf(const Config &config)
{
    hub::Authenticator::Options options;
    const hub::Result<hub::KeySet> keys = hub::loadKeys(config.keys);
    if (!keys)
        return wrong("auth.keys", keys.error());
    options.keys = *keys;
    if (!config.hsSecretFile.isEmpty()) {
        const hub::Result<hub::VerificationKey> secret = hub::loadSecret(config.hsSecretFile);
        if (!secret)
            return wrong("auth.hs_secret_file", secret.error());
        if (const hub::Result<void> added = options.keys.add(*secret); !added)
            return wrong("auth.hs_secret_file", added.error());
    }
    if (!config.jwksUrl.isEmpty()) {
        options.jwksUrl = QUrl(config.jwksUrl, QUrl::StrictMode);
        if (const hub::Result<void> good = hub::JwksClient::checkUrl(options.jwksUrl); !good)
            return wrong("auth.jwks_url", good.error());
    }
    if (!config.jwksCaFile.isEmpty()) {
        if (options.jwksUrl.scheme() != QLatin1String("https"))
            return wrong("auth.jwks_ca_file",
                         {"bad_config", QStringLiteral("needs a jwks_url that begins with https")});
        const auto authorities = hub::loadAuthorities(config.jwksCaFile);
        if (!authorities)
            return wrong("auth.jwks_ca_file", authorities.error());
        options.jwksAuthorities = *authorities;
    }
    options.rules = {config.issuer, config.audience};
    options.failures = config.failures;
    return options;
}

hub::Result<std::optional<QSslConfiguration>> tlsOf(const Config &config)
{
    if (config.tlsCertificate.isEmpty() && config.tlsKey.isEmpty())
        return std::optional<QSslConfiguration>();
    if (config.tlsCertificate.isEmpty() || config.tlsKey.isEmpty())
        return hub::Error{"bad_config",
                          QStringLiteral("tls: certificate and key must be set together")};
    const hub::Result<QByteArray> certificate = hub::readKeyFile(config.tlsCertificate);
    if (!certificate)
        return wrong("tls.certificate", certificate.error());
    const hub::Result<QByteArray> key = hub::readKeyFile(config.tlsKey);
    if (!key)
        return wrong("tls.key", key.error());
    const hub::Result<QSslConfiguration> identity = hub::tlsIdentity(*certificate, *key);
    if (!identity)
        return wrong("tls", identity.error());
    return std::optional(*identity);
}

} // namespace app
