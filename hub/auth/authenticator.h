// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/claims.h"
#include "hub/auth/failurelimiter.h"
#include "hub/auth/keyset.h"
#include "hub/auth/revocations.h"
#include "hub/auth/tickets.h"

#include <QCache>
#include <QObject>
#include <QSslCertificate>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace hub {

class Clock;
class JwksClient;

/// Finds the principal of a token or a ticket. Hub thread only. Verifying a signature takes about
/// 0.1 ms; a token verified before costs one hash.
class Authenticator : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Authenticator)

public:
    /// The configuration.
    struct Options
    {
        KeySet keys; ///< Read from files.
        QUrl jwksUrl; ///< Passed JwksClient::checkUrl(); empty = none.
        QList<QSslCertificate> jwksAuthorities; ///< Trusted for the certificate of jwksUrl; empty =
                                                ///< those that the system trusts.
        ClaimRules rules;
        FailureLimiter::Limits failures; ///< Also apply to senders of webhooks.
    };
    using Answer = std::function<void(Result<Principal>)>;

    static constexpr int mostCached = 4096; ///< The entry unused for longest is then dropped.
    static constexpr qsizetype mostWaiting = 256; ///< Tokens that wait while keys are fetched.
    static constexpr qsizetype mostWaitingOfCaller = 16; ///< Of these, tokens of one caller.

    /// Has no keys until configure() is called. `clock` is not owned and outlives this object.
    explicit Authenticator(const Clock *clock, QObject *parent = nullptr);
    ~Authenticator() override; ///< Calls of authenticate() that still wait get no answer.

    /// Replaces the configuration, at start and on reload. Forgets verified tokens, answers waiting
    /// calls with the new keys, and keeps revocations. A new jwksUrl is fetched at once.
    void configure(Options options);

    /// Returns true when neither keys nor a jwksUrl are configured. Every caller is then
    /// Principal::everybody().
    bool isKeyless() const { return m_options.keys.isEmpty() && !m_jwks; }

    /// Verifies a token and calls `answer` once, on this thread. It answers before it returns,
    /// unless keys must be fetched first (at most 10 s). `answer` must neither destroy nor
    /// configure this object.
    ///
    /// `caller` is the network that failures are counted for. A token that is malformed or not
    /// signed by a known key is a failure. A well-signed token with well-formed claims is none,
    /// even when it has expired or was revoked.
    ///
    /// Errors are those of verifyToken(), `token_revoked` and `keys_unavailable`. A caller above
    /// its limit gets `too_many_failures` instead of a counted error; see retryAfter().
    void authenticate(QByteArrayView token, const QByteArray &caller, const Answer &answer);

    /// Returns for how long failures of the caller still get `too_many_failures`; 0 = the caller is
    /// within its limit.
    std::chrono::seconds retryAfter(const QByteArray &caller) const;

    /// Returns the separate limiter for senders of webhooks. Their signatures are verified by their
    /// sources.
    FailureLimiter &senderFailures() { return m_senderFailures; }

    /// Issues a ticket that stands for the token of a verified principal; see Tickets.
    Result<QByteArray> issueTicket(const Principal &principal);
    /// Returns the principal of a ticket whose token is still valid. Errors: `bad_ticket`,
    /// `token_expired`, and those of standing().
    Result<Principal> redeemTicket(QByteArrayView ticket);

    /// Checks a previously verified token again, but not its expiry. Errors: `token_revoked`, and
    /// `unknown_key` when the key that verified it was removed.
    Result<void> standing(const Principal &principal) const;
    /// Returns whether the key with this digest may still verify tokens.
    bool hasKey(const QByteArray &keyDigest) const;

    /// Fetches the keys of jwksUrl again when they are old. A timer calls it every minute, so that
    /// a key removed there is removed here even without requests.
    void refresh();

    /// To revoke a token, call hub/service/tokenrevocation.h, which also closes its streams.
    Revocations &revocations() { return m_revocations; }
    const Revocations &revocations() const { return m_revocations; }

signals:
    /// A reload or a fetch removed keys: hasKey() became false for some digests. The signal waits
    /// for the first fetch of a new jwksUrl.
    void keysLost();

private:
    struct Waiting
    {
        QByteArray token;
        QByteArray caller;
        Answer answer;
    };

    const Principal *cached(const QByteArray &hash);
    Result<Principal> verify(QByteArrayView token, const QByteArray &hash);
    Result<Principal> inStanding(const Principal &principal) const;
    Result<Principal> settled(Result<Principal> verdict, const QByteArray &caller);
    bool mayCheck(QByteArrayView token, const QByteArray &caller);
    bool mayWait(const QByteArray &caller) const;
    bool waitsFor(QByteArrayView token, const QByteArray &caller, const Answer &answer);
    void answerWaiting();
    void mergeKeys();
    void tellLoss();
    void handleFetched(bool ok);

    const Clock *m_clock;
    Options m_options;
    KeySet m_keys; ///< Keys of files and of jwksUrl.
    KeySet m_toldKeys; ///< The keys at the last call of tellLoss().
    std::unique_ptr<JwksClient> m_jwks; ///< Null without a jwksUrl.
    QCache<QByteArray, Principal> m_verified; ///< By SHA-256 of the token.
    /// By SHA-256 of the token: well signed, but permanently refused.
    QCache<QByteArray, Error> m_outdated;
    FailureLimiter m_failures;
    FailureLimiter m_senderFailures;
    Revocations m_revocations;
    Tickets m_tickets;
    std::vector<Waiting> m_waiting;
    QTimer m_refresh; ///< Its pace is coarse. The clock decides whether the keys are stale.
};

} // namespace hub
