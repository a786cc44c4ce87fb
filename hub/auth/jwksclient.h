// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/keyset.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <optional>

class QNetworkReply;

namespace hub {

class Clock;

/// Keys that somebody else publishes at an address (RFC 7517, section 5). Keeps the last good set
/// for as long as no better one comes. Lives on the hub thread.
class JwksClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JwksClient)

public:
    static constexpr qint64 leastIntervalMs = 30'000; ///< Between two fetches, whoever asks.
    static constexpr qint64 mostAgeMs = 600'000; ///< Older sets are fetched anew: keys get revoked.
    static constexpr qint64 mostBytes = 256 * 1024;
    static constexpr int deadlineMs = 10'000; ///< For a fetch as a whole.

    /// `url` has passed checkUrl(); its certificate must lead to one of `authorities`, or without
    /// any to one that the system trusts. `clock` is not owned and outlives this.
    JwksClient(const QUrl &url, const QList<QSslCertificate> &authorities, const Clock *clock,
               QObject *parent = nullptr);
    ~JwksClient() override;

    /// https, or http to a loopback address; no user name or password in it. `bad_url` otherwise.
    static Result<void> checkUrl(const QUrl &url);

    const KeySet &keys() const { return m_keys; }
    /// Whether a set was ever fetched.
    bool isLoaded() const { return m_loadedMs.has_value(); }
    /// Whether a fetch is under way.
    bool isFetching() const { return m_reply; }
    /// Whether the set is so old that it should be fetched anew.
    bool isStale() const;

    /// Whether finished() will come: a fetch is under way, or one began because the last began at
    /// least 30 s ago.
    bool fetch();

signals:
    /// After each fetch, never from within fetch(); the keys are new, or it failed and they are as
    /// before.
    void finished(bool ok);

private:
    void handleReadyRead();
    void handleReply();
    Result<KeySet> keysOf(QNetworkReply &reply) const;

    QUrl m_url;
    QSslConfiguration m_tls;
    const Clock *m_clock;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr; ///< Set while a fetch is under way; owned by m_network.
    QString m_distrust; ///< Why the certificate of this fetch is not trusted.
    QTimer m_deadline;
    KeySet m_keys;
    std::optional<qint64> m_begunMs;
    std::optional<qint64> m_loadedMs;
};

} // namespace hub
