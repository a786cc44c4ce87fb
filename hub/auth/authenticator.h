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

/// Says who the bearer of a token or a ticket is. Lives on the hub thread and does everything
/// there: a signature takes about 0.1 ms, a token seen before one hash.
class Authenticator : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Authenticator)

public:
    /// What the configuration says.
    struct Options
    {
        KeySet keys; ///< From files.
        QUrl jwksUrl; ///< Has passed JwksClient::checkUrl(); empty = none.
        QList<QSslCertificate> jwksAuthorities; ///< Whom its certificate must lead to; none = those
                                                ///< that the system trusts.
        ClaimRules rules;
        FailureLimiter::Limits failures; ///< Also of senders.
    };
    using Answer = std::function<void(Result<Principal>)>;

    static constexpr int mostCached = 4096; ///< Then the one longest unseen is forgotten.
    static constexpr qsizetype mostWaiting = 256; ///< For keys that are being fetched.
    static constexpr qsizetype mostWaitingOfCaller = 16;

    /// Without keys until configure() is called. `clock` is not owned and outlives this.
    explicit Authenticator(const Clock *clock, QObject *parent = nullptr);
    ~Authenticator() override; ///< Who still waits gets no answer.

    /// At start and on reload. What was verified before is forgotten, who waits is answered by the
    /// new keys; revocations stay. Begins to fetch from a new address at once.
    void configure(Options options);

    /// True without keys and address: anybody is everybody().
    bool isKeyless() const { return m_options.keys.isEmpty() && !m_jwks; }

    /// Answers once: before it returns wherever possible, later (on this thread) when the keys have
    /// to be fetched first, at most 10 s. `answer` must neither destroy nor configure this object.
    /// `caller` is whom failures are counted for, its network: tokens that are malformed or not
    /// signed by a known key. One that is signed well is never counted, also when it has expired.
    /// Errors are those of verifyToken(), and `token_revoked`, `keys_unavailable`, and
    /// `too_many_failures` in place of what would be counted, once the caller is over its limit;
    /// see retryAfterSeconds().
    void authenticate(QByteArrayView token, const QByteArray &caller, const Answer &answer);

    /// 0, or how long the caller's failures are answered `too_many_failures`.
    int retryAfterSeconds(const QByteArray &caller) const;

    /// The same count for senders of webhooks, whose signatures their sources check.
    FailureLimiter &senderFailures() { return m_senderFailures; }

    /// A ticket in place of the token that was checked: see Tickets.
    Result<QByteArray> issueTicket(const Principal &principal);
    /// Whose ticket it is, if the token that it stands for still holds: `bad_ticket`,
    /// `token_expired`, and those of standing().
    Result<Principal> redeemTicket(QByteArrayView ticket);

    /// What became since of the token that somebody showed: `token_revoked`, and `unknown_key` when
    /// the key that verified it was taken away.
    Result<void> standing(const Principal &principal) const;
    /// Whether a token that the key of this digest verified still holds.
    bool hasKey(const QByteArray &keyDigest) const;

    /// Fetches the keys of the address anew when they have become old. By itself every minute, so
    /// that one that was taken away there goes here too although nobody asks.
    void refresh();

    /// Whoever adds to them closes the streams that isRevoked() is true of.
    Revocations &revocations() { return m_revocations; }
    const Revocations &revocations() const { return m_revocations; }

signals:
    /// After a reload or a fetch: hasKey() is no longer true of all it was true of. A new address
    /// is given its first fetch before its keys are missed.
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
    KeySet m_keys; ///< Those of the files and those of the address.
    KeySet m_toldKeys; ///< What they were when it was last asked whether any was lost.
    std::unique_ptr<JwksClient> m_jwks; ///< Null without an address.
    QCache<QByteArray, Principal> m_verified; ///< By SHA-256 of the token.
    QCache<QByteArray, Error> m_outdated; ///< Likewise: signed well, and refused for good.
    FailureLimiter m_failures;
    FailureLimiter m_senderFailures;
    Revocations m_revocations;
    Tickets m_tickets;
    std::vector<Waiting> m_waiting;
    QTimer m_refresh;
};

} // namespace hub
