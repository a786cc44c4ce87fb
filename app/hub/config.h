// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/failurelimiter.h"
#include "hub/base/log.h"
#include "hub/base/result.h"
#include "hub/core/eventlog.h"
#include "hub/core/snapshot.h"
#include "hub/core/streamquota.h"
#include "hub/http/httpoptions.h"
#include "hub/service/ingestgate.h"
#include "hub/store/storeoptions.h"

#include <QByteArrayList>
#include <QHash>
#include <QHostAddress>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <vector>

namespace app {

/// One `[[sources]]` entry.
struct SourceConfig
{
    QString name; ///< `POST /api/v1/webhooks/<name>`
    /// Name of a Scheme; hub/source/scheme.cpp has them all.
    QString scheme;
    QMap<QString, QString> map; ///< For schemes with JSON pointers: field to pointer.
    /// For schemes with JSON pointers: the sender's status word to ours.
    QMap<QString, QString> statuses;

    /// One secret per file, any of which is valid; empty = no verification.
    QStringList secretsFile{};
    /// Largest accepted difference between the time that a sender signs and our clock.
    std::chrono::seconds tolerance{300};
    /// For schemes with a free format: header of the MAC; empty = a bearer token.
    QString signatureHeader{};
    QString signaturePrefix{}; ///< Text before the MAC in the header: `sha256=`.
    QString signatureEncoding = QStringLiteral("hex"); ///< `hex base64`
    hub::IngestLimits ingest{};
    QString owner{}; ///< The owner whose jobs it may change; empty = any.
    QString jobs{}; ///< Prefix of the ids of its jobs; empty = as the scheme defines.

    bool operator==(const SourceConfig &) const = default;
};

/// Limits for requests that wait for the database, for writes and reads each.
struct StoreQueueConfig
{
    qint64 requests = 40'000; ///< More are answered `store_busy`.
    qint64 bytes = 64LL * 1024 * 1024; ///< Limit for their bytes, likewise.
    int sharePercent = 25; ///< Share of both limits for one principal.
};

/// The whole configuration of a hub, with its defaults. A plain value.
struct Config
{
    QStringList listen{QStringLiteral("127.0.0.1:4354")};
    /// The only address of operator routes; empty = they are at all addresses.
    QString adminListen;
    QString dataDir; ///< Empty = dataDirectory().
    QStringList corsOrigins;
    QStringList pictureOrigins; ///< Origins of pictures in the web page: pictureOriginsOf().
    QStringList trustedProxies; ///< Addresses and subnets.
    QString publicUrl; ///< Beginning of callback URLs: publicUrlOf(); empty = none are made.
    QStringList trustedHosts; ///< Host names besides those of loopback; only with keys.

    QString hsSecretFile;
    QStringList keys; ///< PEM, JWK and JWKS files, or folders of them.
    QString jwksUrl;
    QString jwksCaFile; ///< Root certificates for jwksUrl; empty = those of the system.
    QString issuer; ///< Empty = any.
    QString audience;
    QString tlsCertificate; ///< PEM file with the certificate chain; empty = plain HTTP.
    QString tlsKey;

    hub::LogFormat logFormat = hub::LogFormat::Text;
    hub::LogLevel logLevel = hub::LogLevel::Info;
    qint64 logQueueBytes = 4 * 1024 * 1024; ///< Log lines that wait for stderr; more are dropped.

    hub::NetLimits net;
    hub::HttpLimits http;
    hub::EventLog::Limits ring;
    hub::StreamQuota::Limits quota;
    hub::SnapshotLimits snapshot;
    /// Limit for all snapshots together; a user or address has a quarter.
    qint64 snapshotBudgetBytes = 64 * 1024 * 1024;
    hub::FailureLimiter::Limits failures;
    std::chrono::seconds history{7 * 24 * 3600};
    qint64 historyEvents = 1'000'000;
    qint64 historyPerJob = 20;
    StoreQueueConfig storeQueue;
    hub::WaitingLimits waiting; ///< Webhooks whose job is not known yet.
    qint64 keptDeliveries = 100'000;
    qint64 keptDeliveryBytes = 256LL * 1024 * 1024;
    std::chrono::milliseconds writeDeadline{30'000};
    std::chrono::seconds heartbeat{15};
    std::chrono::milliseconds drain{30'000};

    /// Not a configuration key. The build and its tests choose how streams use their sockets.
    hub::Transport transport = hub::defaultTransport;

    std::vector<SourceConfig> sources;

    /// Returns whether callers must authenticate.
    bool hasKeys() const
    {
        return !hsSecretFile.isEmpty() || !keys.isEmpty() || !jwksUrl.isEmpty();
    }
};

/// Applies the TOML `text` to `config`. `name` is its file: errors name it, and relative paths
/// count from its folder. An unknown key or a wrong type is an Error `bad_config` that begins with
/// `<name>:<line>:<column>:`.
hub::Result<Config> readToml(Config config, const QByteArray &text, const QString &name);

/// Applies variables `HELIOGRAPH_<SECTION>_<KEY>` to `config`, such as `HELIOGRAPH_HUB_LISTEN` or
/// `HELIOGRAPH_LIMITS_RING_EVENTS`, and the secrets of sources (readSourceVariable()). Commas
/// separate the elements of a list. An unknown key of a known section is an Error that names the
/// variable.
hub::Result<Config> readEnvironment(Config config, const QHash<QString, QString> &environment);

/// Returns the proxies whose forwarding headers are trusted. An Error `bad_config` names an invalid
/// address or subnet.
hub::Result<hub::ProxyTrust> proxyTrustOf(const QStringList &addresses);

/// An address to listen on.
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0; ///< 0 = any free one.
    bool activated = false; ///< `systemd`: listen on the sockets that systemd passes.
};
/// Parses `127.0.0.1:4354`, `[::1]:0`, `localhost:4354` or `systemd`. Fails with `bad_config`.
hub::Result<Endpoint> parseEndpoint(const QString &text);
/// Fails with `bad_config` unless the address is loopback or the configuration has access keys. The
/// error calls the address `text`.
hub::Result<void> mayListenAt(const Config &config, const QHostAddress &address,
                              const QString &text);

/// Checks the configuration as a whole: addresses, keys, budgets and sources. Reads the files of
/// keys and secrets. Fails with `bad_config`.
hub::Result<void> check(const Config &config);

/// Returns the default data folder: `$STATE_DIRECTORY`, else `$XDG_DATA_HOME/heliograph`.
QString dataDirectory();

} // namespace app
