// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/keyset.h"
#include "hub/base/clocktimer.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkReply;

namespace hub {

class Clock;

/// Fetches the keys that an identity provider publishes (RFC 7517 section 5). Keeps the last good
/// set until a fetch brings another. Hub thread only.
class JwksClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JwksClient)

public:
    /// Between the starts of two fetches.
    static constexpr std::chrono::milliseconds leastInterval{30'000};
    /// An older set is fetched again, because keys get revoked.
    static constexpr std::chrono::milliseconds mostAge{600'000};
    static constexpr qint64 mostBytes = 256 * 1024;
    static constexpr std::chrono::seconds deadline{10}; ///< For the whole fetch.

    /// `url` must have passed checkUrl(). Its certificate must be signed by one of `authorities`;
    /// when empty, by one that the system trusts. `clock` is not owned and outlives this object.
    JwksClient(const QUrl &url, const QList<QSslCertificate> &authorities, const Clock *clock,
               QObject *parent = nullptr);
    ~JwksClient() override;

    /// Checks an address: https, or http to a loopback address, without user name and password. The
    /// error is `bad_url`.
    static Result<void> checkUrl(const QUrl &url);

    const KeySet &keys() const { return m_keys; }
    /// Returns whether a fetch has ever succeeded.
    bool isLoaded() const { return m_loadedMs.has_value(); }
    /// Returns whether a fetch is running.
    bool isFetching() const { return m_reply; }
    /// Returns whether the set is older than mostAge or was never fetched.
    bool isStale() const;

    /// Starts a fetch unless one is running or the last started less than leastInterval ago.
    /// Returns whether a fetch is running, so that finished() will follow.
    bool fetch();

signals:
    /// A fetch has ended. Never emitted from within fetch(). With `ok` the keys are replaced;
    /// otherwise they are unchanged.
    void finished(bool ok);

private:
    void handleReadyRead();
    void handleReply();
    Result<KeySet> keysOf(QNetworkReply &reply) const;

    QUrl m_url;
    QSslConfiguration m_tls;
    const Clock *m_clock;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr; ///< Set while a fetch is running; owned by m_network.
    QString m_distrust; ///< Why the certificate was not trusted in this fetch.
    ClockTimer m_deadline;
    KeySet m_keys;
    std::optional<qint64> m_begunMs;
    std::optional<qint64> m_loadedMs;
};

} // namespace hub
