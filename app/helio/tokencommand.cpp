// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/tokencommand.h"

#include "app/helio/devkey.h"
#include "hub/auth/jwt.h"
#include "hub/auth/keyfiles.h"
#include "hub/base/clock.h"
#include "hub/base/utf8.h"
#include "hub/crypto/base64.h"
#include "hub/crypto/randombytes.h"
#include "hub/json/jsonwriter.h"

namespace helio {

namespace {

constexpr qsizetype tokenIdBytes = 16;

hub::Result<hub::TokenWriter> withKeyFile(const QString &path,
                                          std::optional<hub::JwtAlgorithm> algorithm)
{
    const auto pem = hub::readKeyFile(path);
    if (!pem)
        return pem.error();
    const auto key = hub::PrivateKey::fromPem(*pem);
    auto writer = key ? hub::TokenWriter::withKey(*key, algorithm)
                      : hub::Result<hub::TokenWriter>(key.error());
    if (!writer)
        return hub::Error{"bad_key", path + QStringLiteral(": ") + writer.error().message};
    return writer;
}

hub::Result<hub::TokenWriter> withSecretFile(const QString &path,
                                             std::optional<hub::JwtAlgorithm> algorithm)
{
    if (algorithm && *algorithm != hub::JwtAlgorithm::Hs256)
        return hub::Error{"bad_key", QStringLiteral("--alg: a secret can only be used with HS256")};
    const auto secret = hub::readSecretFile(path);
    return secret ? hub::TokenWriter::withSecret(*secret)
                  : hub::Result<hub::TokenWriter>(secret.error());
}

/// Returns the text as a TOML string. TOML accepts every escape that JsonWriter writes.
QString quoted(const QString &text)
{
    return hub::fromUtf8(hub::JsonWriter().string(text).take());
}

} // namespace

TokenCommand::TokenCommand(const Context &context, const TokenOptions &options)
    : Command(context)
    , m_options(options)
{ }

/// Prints its messages to stderr, so that stdout carries only the token.
hub::Result<hub::TokenWriter> TokenCommand::devWriter() const
{
    const auto dev = devKeyIn(m_options.key.devFolder);
    if (!dev)
        return dev.error();
    m_context.output->complain(
        (dev->isNew ? QStringLiteral("created %1 (private key, readable by you only)")
                    : QStringLiteral("signed with %1"))
            .arg(dev->privateFile));
    m_context.output->complain(QStringLiteral("the hub's configuration needs:"));
    m_context.output->complain(QStringLiteral("  [auth]"));
    m_context.output->complain(QStringLiteral("  keys = [%1]").arg(quoted(dev->publicFile)));
    return hub::TokenWriter::withKey(dev->key, m_options.algorithm);
}

hub::Result<hub::TokenWriter> TokenCommand::writer() const
{
    const TokenKey &key = m_options.key;
    if (!key.devFolder.isEmpty())
        return devWriter();
    return key.keyFile.isEmpty() ? withSecretFile(key.secretFile, m_options.algorithm)
                                 : withKeyFile(key.keyFile, m_options.algorithm);
}

hub::Result<QByteArray> TokenCommand::token() const
{
    const auto signer = writer();
    if (!signer)
        return signer.error();
    const auto id = hub::randomBytes(tokenIdBytes);
    if (!id)
        return id.error();
    hub::TokenClaims claims = m_options.claims;
    claims.tokenId = hub::encodeBase64Url(*id);
    claims.issuedS = hub::SystemClock().wallMs() / 1000;
    claims.expiresS = claims.issuedS + m_options.lifetime.count() / 1000;
    auto token = signer->write(claims, m_options.keyId);
    if (token && token->size() > hub::Jwt::mostBytes)
        return hub::Error{
            "too_large",
            QStringLiteral("the token is longer than %1 bytes").arg(hub::Jwt::mostBytes)};
    return token;
}

void TokenCommand::start()
{
    const auto made = token();
    if (!made)
        return fail(made.error().message);
    m_context.output->line(*made);
    emit finished(Done);
}

} // namespace helio
