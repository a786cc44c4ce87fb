// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/authenticator.h"

#include "hub/auth/authlog.h"
#include "hub/auth/jwksclient.h"
#include "hub/auth/jwt.h"
#include "hub/auth/tokenverifier.h"
#include "hub/base/clock.h"
#include "hub/crypto/digest.h"

#include <algorithm>
#include <utility>

namespace hub {

namespace {
constexpr int refreshMs = 60'000; // a failed fetch is tried again then

bool isOver(const Principal &principal, qint64 nowMs)
{
    return principal.expiresMs && nowMs >= *principal.expiresMs + tokenLeewayMs;
}
} // namespace

Authenticator::Authenticator(const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_verified(mostCached)
    , m_failures(clock)
    , m_revocations(clock)
    , m_tickets(clock)
{
    m_refresh.setTimerType(Qt::VeryCoarseTimer);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &Authenticator::refresh);
}

Authenticator::~Authenticator() = default;

void Authenticator::configure(Options options)
{
    const bool isNewAddress = !m_jwks || options.jwksUrl != m_options.jwksUrl
                              || options.jwksAuthorities != m_options.jwksAuthorities;
    m_options = std::move(options);
    if (m_options.jwksUrl.isEmpty()) {
        m_jwks.reset();
        m_refresh.stop();
    } else if (isNewAddress) {
        m_jwks =
            std::make_unique<JwksClient>(m_options.jwksUrl, m_options.jwksAuthorities, m_clock);
        connect(m_jwks.get(), &JwksClient::finished, this, &Authenticator::handleFetched);
        m_jwks->fetch();
        m_refresh.start();
    }
    mergeKeys();
    answerWaiting();
    tellLoss();
}

void Authenticator::mergeKeys()
{
    m_keys = m_options.keys;
    if (m_jwks && !m_keys.add(m_jwks->keys()))
        qCWarning(lcAuth, "more than %lld keys: some of those that were fetched are not used",
                  qlonglong(KeySet::mostKeys));
    m_verified.clear();
}

void Authenticator::tellLoss()
{
    if (m_jwks && !m_jwks->isLoaded() && m_jwks->isFetching())
        return;
    const KeySet before = std::exchange(m_toldKeys, m_keys);
    if (!m_keys.containsAll(before))
        emit keysLost();
}

void Authenticator::refresh()
{
    if (m_jwks && m_jwks->isStale())
        m_jwks->fetch();
}

void Authenticator::authenticate(QByteArrayView token, const QByteArray &remoteAddress,
                                 const Answer &answer)
{
    if (isKeyless())
        return answer(Principal::everybody());
    refresh();
    if (token.size() > Jwt::mostBytes)
        return answer(settled(Jwt::decode(token).error(), remoteAddress));
    const QByteArray hash = sha256(token);
    if (const Principal *principal = cached(hash))
        return answer(inStanding(*principal));
    if (const int seconds = retryAfterSeconds(remoteAddress))
        return answer(
            Error{QByteArrayLiteral("too_many_failures"),
                  QStringLiteral("too many tokens were refused; try again in %1 s").arg(seconds)});
    Result<Principal> verdict = verify(token, hash);
    if (isUnknownKey(verdict) && waitsFor(token, remoteAddress, answer))
        return;
    answer(settled(std::move(verdict), remoteAddress));
}

int Authenticator::retryAfterSeconds(const QByteArray &remoteAddress) const
{
    return m_failures.retryAfterSeconds(remoteAddress);
}

/// Valid until the next call.
const Principal *Authenticator::cached(const QByteArray &hash)
{
    const Principal *principal = m_verified.object(hash);
    if (!principal || !isOver(*principal, m_clock->wallMs()))
        return principal;
    m_verified.remove(hash);
    return nullptr;
}

Result<Principal> Authenticator::verify(QByteArrayView token, const QByteArray &hash)
{
    auto verdict = verifyToken(token, m_keys, m_options.rules, m_clock->wallMs());
    if (!verdict)
        return verdict;
    m_verified.insert(hash, new Principal(*verdict));
    return inStanding(*verdict);
}

bool Authenticator::hasKey(const QByteArray &keyDigest) const
{
    return isKeyless() || m_keys.contains(keyDigest);
}

Result<void> Authenticator::standing(const Principal &principal) const
{
    if (m_revocations.isRevoked(principal))
        return Error{QByteArrayLiteral("token_revoked"), QStringLiteral("the token was revoked")};
    return hasKey(principal.keyDigest) ? Result<void>() : Result<void>(unknownKey());
}

Result<Principal> Authenticator::inStanding(const Principal &principal) const
{
    const Result<void> stands = standing(principal);
    return stands ? Result(principal) : Result<Principal>(stands.error());
}

/// The answer as it goes out: counts it, and says it when the fault is not the token's.
Result<Principal> Authenticator::settled(Result<Principal> verdict, const QByteArray &address)
{
    if (verdict)
        return verdict;
    if (isUnknownKey(verdict) && m_jwks && !m_jwks->isLoaded()) {
        verdict = Error{QByteArrayLiteral("keys_unavailable"),
                        QStringLiteral("the keys that verify tokens could not be fetched yet")};
        if (m_options.keys.isEmpty())
            return verdict; // no signature was looked at
    }
    m_failures.fail(address);
    return verdict;
}

bool Authenticator::mayWait(const QByteArray &address) const
{
    const auto ofAddress =
        std::count_if(m_waiting.begin(), m_waiting.end(),
                      [&](const Waiting &waiting) { return waiting.address == address; });
    return qsizetype(m_waiting.size()) < mostWaiting && ofAddress < mostWaitingOfAddress;
}

/// True when the token is answered later, as other keys are on their way.
bool Authenticator::waitsFor(QByteArrayView token, const QByteArray &address, const Answer &answer)
{
    if (!m_jwks || !mayWait(address) || !m_jwks->fetch())
        return false;
    m_waiting.push_back({token.toByteArray(), address, answer});
    return true;
}

void Authenticator::handleFetched(bool ok)
{
    if (ok)
        mergeKeys();
    answerWaiting();
    tellLoss();
}

void Authenticator::answerWaiting()
{
    // An answer may ask anew.
    for (const Waiting &waiting : std::exchange(m_waiting, {}))
        waiting.answer(settled(verify(waiting.token, sha256(waiting.token)), waiting.address));
}

Result<QByteArray> Authenticator::issueTicket(const Principal &principal)
{
    return m_tickets.issue(principal);
}

Result<Principal> Authenticator::redeemTicket(QByteArrayView ticket)
{
    auto principal = m_tickets.redeem(ticket);
    if (!principal)
        return principal;
    if (isOver(*principal, m_clock->wallMs()))
        return Error{QByteArrayLiteral("token_expired"), QStringLiteral("its token has expired")};
    return inStanding(*principal);
}

} // namespace hub
