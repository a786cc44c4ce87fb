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
    /// `runpod standard-webhooks github gitlab stripe cloudevents generic image-gen execution`
    QString scheme;
    QMap<QString, QString> map; ///< Of schemes that read by JSON pointers: field to pointer.
    QMap<QString, QString> statuses; ///< Likewise: their word to ours.

    QStringList secretsFile{}; ///< One secret each, any of which fits; none = everybody may send.
    qint64 toleranceS = 300; ///< How far the clock of a sender that signs the time may be off.
    QString signatureHeader{}; ///< Of free schemes: the MAC's header; empty = a bearer token.
    QString signaturePrefix{}; ///< What stands before the MAC: `sha256=`.
    QString signatureEncoding = QStringLiteral("hex"); ///< `hex base64`
    hub::IngestLimits ingest{};
    QString owner{}; ///< It may change jobs of this owner only; empty = of everybody.
    QString jobs{}; ///< What the ids of its jobs begin with; empty = as its scheme has it.

    bool operator==(const SourceConfig &) const = default;
};

/// What may wait for the database, writes and reads each.
struct StoreQueueConfig
{
    qint64 requests = 40'000; ///< More are answered `store_busy`.
    qint64 bytes = 64LL * 1024 * 1024; ///< Likewise.
    int sharePercent = 25; ///< What one principal may hold of both.
};

/// Everything the hub can be told, with its defaults. A plain value.
struct Config
{
    QStringList listen{QStringLiteral("127.0.0.1:4354")};
    QString adminListen; ///< What only operators call is served here alone; empty = everywhere.
    QString dataDir; ///< Empty = dataDirectory().
    QStringList corsOrigins;
    QStringList pictureOrigins; ///< Where the web page may load pictures from: pictureOriginsOf().
    QStringList trustedProxies; ///< Addresses and subnets.
    QString publicUrl; ///< What callback URLs begin with: publicUrlOf(); empty = none are made.
    QStringList trustedHosts; ///< Names beside the loopback ones; only with keys.

    QString hsSecretFile;
    QStringList keys; ///< PEM, JWK and JWKS files, or folders of them.
    QString jwksUrl;
    QString jwksCaFile; ///< Whom its certificate must lead to; empty = whom the system trusts.
    QString issuer; ///< Empty = any.
    QString audience;
    QString tlsCertificate; ///< With those that lead to its root; empty = plain HTTP.
    QString tlsKey;

    hub::LogFormat logFormat = hub::LogFormat::Text;
    hub::LogLevel logLevel = hub::LogLevel::Info;
    qint64 logQueueBytes = 4 * 1024 * 1024; ///< Lines that wait for stderr; more are dropped.

    hub::NetLimits net;
    hub::HttpLimits http;
    hub::EventLog::Limits ring;
    hub::StreamQuota::Limits quota;
    hub::SnapshotLimits snapshot;
    qint64 snapshotBudgetBytes = 64 * 1024 * 1024; ///< A user or address has a quarter of it.
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

    /// Not a key: how the build and its tests choose the way streams reach their sockets.
    hub::Transport transport = hub::defaultTransport;

    std::vector<SourceConfig> sources;

    /// Whether callers have to say who they are.
    bool hasKeys() const
    {
        return !hsSecretFile.isEmpty() || !keys.isEmpty() || !jwksUrl.isEmpty();
    }
};

/// Reads TOML over `config`. An unknown or ill-typed key is an Error `bad_config` that begins with
/// `<name>:<line>:<column>:`; nothing is taken over then.
hub::Result<Config> readToml(Config config, const QByteArray &text, const QString &name);

/// Applies `HELIOGRAPH_SECTION_KEY` variables over `config`: `HELIOGRAPH_HUB_LISTEN`,
/// `HELIOGRAPH_LIMITS_RING_EVENTS`, …, and secrets of sources (readSourceVariable()). Lists are
/// separated by commas. An unknown variable of that
/// prefix is an Error that names it.
hub::Result<Config> readEnvironment(Config config, const QHash<QString, QString> &environment);

/// Whose forwarding headers count.
hub::Result<hub::ProxyTrust> proxyTrustOf(const QStringList &addresses);

/// Where to listen.
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0; ///< 0 = any free one.
    bool activated = false; ///< `systemd`: at the sockets that it passes, wherever they are.
};
/// Reads `127.0.0.1:4354`, `[::1]:0`, `localhost:4354`, `systemd`.
hub::Result<Endpoint> parseEndpoint(const QString &text);
/// Whether the hub may listen there: beyond loopback only with keys. `text` is how the error calls
/// it.
hub::Result<void> mayListenAt(const Config &config, const QHostAddress &address,
                              const QString &text);

/// What no source can know alone: addresses are loopback, names are unique, patterns make sense.
hub::Result<void> check(const Config &config);

/// Where data lives when nothing says so: `$STATE_DIRECTORY`, else `$XDG_DATA_HOME/heliograph`.
QString dataDirectory();

} // namespace app
