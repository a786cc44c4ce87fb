// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/authenticator.h"

#include "hub/auth/authlog.h"
#include "hub/auth/jwksclient.h"
#include "hub/auth/jwt.h"
#include "hub/auth/tokenverifier.h"
#include "hub/base/clock.h"
#include "hub/base/errorcode.h"
#include "hub/crypto/digest.h"

#include <algorithm>
#include <utility>

namespace hub {

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::minutes refreshInterval{1}; // a failed fetch is then tried again

bool isOver(const Principal &principal, qint64 nowMs)
{
    return principal.expiresMs && nowMs >= *principal.expiresMs + tokenLeeway.count();
}

/// Returns whether a well-signed token is refused for a claim that will never become acceptable.
bool isOutdated(const Error &error)
{
    return error.code == errorcode::tokenExpired || error.code == errorcode::wrongIssuer
           || error.code == errorcode::wrongAudience;
}

/// Returns whether the signature was right, so that the token was not guessed.
bool isSigned(const Error &error)
{
    return isOutdated(error) || error.code == errorcode::tokenNotYetValid
           || error.code == errorcode::tokenRevoked;
}

Error tooManyFailures(std::chrono::seconds retryAfter)
{
    return {
        errorcode::tooManyFailures,
        QStringLiteral("too many tokens were refused; try again in %1 s").arg(retryAfter.count())};
}
} // namespace

Authenticator::Authenticator(const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_verified(mostCached)
    , m_outdated(mostCached)
    , m_failures(clock)
    , m_senderFailures(clock)
    , m_revocations(clock)
    , m_tickets(clock)
{
    m_refresh.setTimerType(Qt::VeryCoarseTimer);
    m_refresh.setInterval(refreshInterval);
    connect(&m_refresh, &QTimer::timeout, this, &Authenticator::refresh);
}

Authenticator::~Authenticator() = default;

void Authenticator::configure(Options options)
{
    const bool isNewAddress = !m_jwks || options.jwksUrl != m_options.jwksUrl
                              || options.jwksAuthorities != m_options.jwksAuthorities;
    m_options = std::move(options);
    m_failures.configure(m_options.failures);
    m_senderFailures.configure(m_options.failures);
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
        qCWarning(lcAuth, "more than %lld keys: some of the fetched keys are not used",
                  qlonglong(KeySet::mostKeys));
    m_verified.clear();
    m_outdated.clear();
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

void Authenticator::authenticate(QByteArrayView token, const QByteArray &caller,
                                 const Answer &answer)
{
    if (isKeyless())
        return answer(Principal::everybody());
    refresh();
    if (token.size() > Jwt::mostBytes)
        return answer(settled(Jwt::decode(token).error(), caller));
    const QByteArray hash = sha256(token);
    if (const Principal *principal = cached(hash))
        return answer(inStanding(*principal));
    if (const Error *outdated = m_outdated.object(hash))
        return answer(*outdated);
    if (!mayCheck(token, caller))
        return answer(tooManyFailures(retryAfter(caller)));
    Result<Principal> verdict = verify(token, hash);
    if (isUnknownKey(verdict) && waitsFor(token, caller, answer))
        return;
    answer(settled(std::move(verdict), caller));
}

/// Returns whether the token may be verified. Above the caller's limit, only when it costs no
/// signature check or the shared rate allows it.
bool Authenticator::mayCheck(QByteArrayView token, const QByteArray &caller)
{
    if (retryAfter(caller) == 0s)
        return true;
    const auto jwt = Jwt::decode(token);
    const qsizetype checks = jwt ? m_keys.candidates(*jwt) : 0;
    return checks == 0 || m_failures.takeChecks(checks);
}

std::chrono::seconds Authenticator::retryAfter(const QByteArray &caller) const
{
    return m_failures.retryAfter(caller);
}

/// Returns the principal of a token verified before; null when there is none or the token has
/// expired. The pointer is valid until the next call.
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
    if (!verdict && isOutdated(verdict.error()))
        m_outdated.insert(hash, new Error(verdict.error()));
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
        return Error{errorcode::tokenRevoked, QStringLiteral("the token was revoked")};
    return hasKey(principal.keyDigest) ? Result<void>() : Result<void>(unknownKey());
}

Result<Principal> Authenticator::inStanding(const Principal &principal) const
{
    const Result<void> stands = standing(principal);
    return stands ? Result(principal) : Result<Principal>(stands.error());
}

/// Returns the final answer. Counts failures, and answers `keys_unavailable` when the keys were
/// never fetched.
Result<Principal> Authenticator::settled(Result<Principal> verdict, const QByteArray &caller)
{
    if (verdict || isSigned(verdict.error()))
        return verdict;
    if (isUnknownKey(verdict) && m_jwks && !m_jwks->isLoaded()) {
        verdict = Error{QByteArrayLiteral("keys_unavailable"),
                        QStringLiteral("the keys that verify tokens could not be fetched yet")};
        if (m_options.keys.isEmpty())
            return verdict; // no signature was checked
    }
    const std::chrono::seconds wait = retryAfter(caller);
    m_failures.fail(caller);
    return wait > 0s ? tooManyFailures(wait) : verdict;
}

bool Authenticator::mayWait(const QByteArray &caller) const
{
    const auto ofCaller =
        std::count_if(m_waiting.begin(), m_waiting.end(),
                      [&](const Waiting &waiting) { return waiting.caller == caller; });
    return qsizetype(m_waiting.size()) < mostWaiting && ofCaller < mostWaitingOfCaller;
}

/// Queues the token and returns true when a fetch of keys is running.
bool Authenticator::waitsFor(QByteArrayView token, const QByteArray &caller, const Answer &answer)
{
    if (!m_jwks || !mayWait(caller) || !m_jwks->fetch())
        return false;
    m_waiting.push_back({token.toByteArray(), caller, answer});
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
    // An answer may call authenticate() again.
    for (const Waiting &waiting : std::exchange(m_waiting, {}))
        waiting.answer(settled(verify(waiting.token, sha256(waiting.token)), waiting.caller));
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
        return Error{errorcode::tokenExpired,
                     QStringLiteral("the token of the ticket has expired")};
    return inStanding(*principal);
}

} // namespace hub
