// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/configkeys.h"

namespace app {

namespace {

using Type = ConfigKey::Type;
constexpr qint64 kib = 1024;
constexpr qint64 gib = kib * kib * kib;

using Applies = ConfigKey::Applies;

/// `access` returns the key's member of a Config.
template<typename Access>
ConfigKey limit(const char *name, qint64 least, qint64 most, Access access)
{
    return {QStringLiteral("limits"),
            QString::fromLatin1(name),
            Type::Integer,
            least,
            most,
            [access](Config &config, const ConfigValue &value) {
                auto &member = access(config);
                member =
                    static_cast<std::remove_reference_t<decltype(member)>>(std::get<qint64>(value));
            },
            [access](const Config &config) {
                return ConfigValue(static_cast<qint64>(access(config)));
            }};
}

template<typename Unit, typename Access>
ConfigKey duration(const char *name, qint64 least, qint64 most, Access access)
{
    return {QStringLiteral("limits"),
            QString::fromLatin1(name),
            Type::Integer,
            least,
            most,
            [access](Config &config, const ConfigValue &value) {
                access(config) = Unit{std::get<qint64>(value)};
            },
            [access](const Config &config) {
                const auto whole = std::chrono::duration_cast<Unit>(access(config));
                return ConfigValue(static_cast<qint64>(whole.count()));
            }};
}

/// Returns `key` as one that needs a restart.
ConfigKey atStart(ConfigKey key)
{
    key.applies = Applies::AtStart;
    return key;
}

template<typename Value>
ConfigKey plainKey(const char *section, const char *name, Type type, Value Config::*member,
                   Applies applies = Applies::AtOnce)
{
    return {QString::fromLatin1(section),
            QString::fromLatin1(name),
            type,
            0,
            0,
            [member](Config &config, const ConfigValue &value) {
                config.*member = std::get<Value>(value);
            },
            [member](const Config &config) { return ConfigValue(config.*member); },
            applies};
}

template<typename Value>
ConfigKey pathKey(const char *section, const char *name, Type type, Value Config::*member)
{
    ConfigKey key = plainKey(section, name, type, member);
    key.isPath = true;
    return key;
}

ConfigKey logLevelKey()
{
    static const QStringList words{QStringLiteral("debug"), QStringLiteral("info"),
                                   QStringLiteral("warning"), QStringLiteral("error")};
    return {QStringLiteral("hub"),
            QStringLiteral("log_level"),
            Type::String,
            0,
            0,
            [](Config &config, const ConfigValue &value) {
                config.logLevel =
                    static_cast<hub::LogLevel>(words.indexOf(std::get<QString>(value)));
            },
            [](const Config &config) {
                return ConfigValue(words.at(static_cast<qsizetype>(config.logLevel)));
            },
            Applies::AtOnce,
            words};
}

std::vector<ConfigKey> namedKeys()
{
    return {
        plainKey("hub", "listen", Type::List, &Config::listen, Applies::AtStart),
        plainKey("hub", "admin_listen", Type::String, &Config::adminListen, Applies::AtStart),
        plainKey("hub", "public_url", Type::String, &Config::publicUrl),
        plainKey("hub", "trusted_hosts", Type::List, &Config::trustedHosts),
        plainKey("hub", "cors_origins", Type::List, &Config::corsOrigins),
        plainKey("hub", "picture_origins", Type::List, &Config::pictureOrigins),
        plainKey("hub", "trusted_proxies", Type::List, &Config::trustedProxies),
        plainKey("hub", "data_dir", Type::String, &Config::dataDir, Applies::AtStart),
        pathKey("auth", "hs_secret_file", Type::String, &Config::hsSecretFile),
        pathKey("auth", "keys", Type::List, &Config::keys),
        plainKey("auth", "jwks_url", Type::String, &Config::jwksUrl),
        pathKey("auth", "jwks_ca_file", Type::String, &Config::jwksCaFile),
        plainKey("auth", "issuer", Type::String, &Config::issuer),
        plainKey("auth", "audience", Type::String, &Config::audience),
        pathKey("tls", "certificate", Type::String, &Config::tlsCertificate),
        pathKey("tls", "key", Type::String, &Config::tlsKey),
        logLevelKey(),
    };
}

std::vector<ConfigKey> requestLimits()
{
    using namespace std::chrono;
    return {
        limit(
            "header_bytes", kib, 1024 * kib, [](auto &c) -> auto & { return c.http.headerBytes; }),
        limit(
            "body_bytes", kib, gib, [](auto &c) -> auto & { return c.http.bodyBytes; }),
        limit(
            "batch_body_bytes", kib, gib, [](auto &c) -> auto & { return c.http.batchBodyBytes; }),
        limit(
            "webhook_body_bytes", kib, gib,
            [](auto &c) -> auto & { return c.http.webhookBodyBytes; }),
        limit(
            "request_budget_bytes", kib * kib, 64 * gib,
            [](auto &c) -> auto & { return c.http.requestBudgetBytes; }),
        limit(
            "unverified_budget_bytes", kib * kib, 64 * gib,
            [](auto &c) -> auto & { return c.http.unverifiedBudgetBytes; }),
        limit(
            "answer_budget_bytes", kib * kib, 64 * gib,
            [](auto &c) -> auto & { return c.http.answerBudgetBytes; }),
        duration<seconds>(
            "header_deadline_s", 1, 3600, [](auto &c) -> auto & { return c.http.headerDeadline; }),
        duration<seconds>(
            "body_deadline_s", 1, 3600, [](auto &c) -> auto & { return c.http.bodyDeadline; }),
        duration<seconds>(
            "idle_deadline_s", 1, 86'400, [](auto &c) -> auto & { return c.http.idleDeadline; }),
    };
}

std::vector<ConfigKey> connectionLimits()
{
    using namespace std::chrono;
    return {
        limit(
            "connections_per_address", 1, 1'000'000,
            [](auto &c) -> auto & { return c.net.connectionsPerAddress; }),
        limit(
            "ipv6_prefix", 32, 128, [](auto &c) -> auto & { return c.net.ipv6Prefix; }),
        duration<seconds>(
            "tls_handshake_s", 1, 3600,
            [](auto &c) -> auto & { return c.net.tlsHandshakeDeadline; }),
        limit(
            "tls_handshakes", 1, 1'000'000, [](auto &c) -> auto & { return c.net.tlsHandshakes; }),
        limit(
            "failures_per_address", 1, 1'000'000,
            [](auto &c) -> auto & { return c.failures.burst; }),
        limit(
            "checks_over_limit_per_s", 64, 1'000'000,
            [](auto &c) -> auto & { return c.failures.checksPerS; }),
        limit(
            "connections", 1, 1'000'000, [](auto &c) -> auto & { return c.net.connections; }),
    };
}

std::vector<ConfigKey> streamLimits()
{
    return {
        limit(
            "stream_backlog_bytes", 4 * kib, gib,
            [](auto &c) -> auto & { return c.http.streamBacklogBytes; }),
        limit(
            "send_buffer_bytes", 0, gib, [](auto &c) -> auto & { return c.net.sendBufferBytes; }),
        limit(
            "streams_per_user", 1, 1'000'000,
            [](auto &c) -> auto & { return c.quota.streamsPerUser; }),
        limit(
            "streams_per_admin", 1, 1'000'000,
            [](auto &c) -> auto & { return c.quota.streamsPerAdmin; }),
        limit(
            "stream_starts_per_minute", 1, 1'000'000,
            [](auto &c) -> auto & { return c.quota.startsPerMinute; }),
        limit(
            "snapshot_jobs", 1, 100'000, [](auto &c) -> auto & { return c.snapshot.jobs; }),
        limit(
            "snapshot_bytes", 64 * kib, 64 * kib * kib,
            [](auto &c) -> auto & { return c.snapshot.bytes; }),
        limit(
            "snapshot_budget_bytes", kib * kib, 64 * gib,
            [](auto &c) -> auto & { return c.snapshotBudgetBytes; }),
    };
}

std::vector<ConfigKey> historyLimits()
{
    using namespace std::chrono;
    return {
        limit(
            "ring_bytes", 64 * kib, 64 * gib, [](auto &c) -> auto & { return c.ring.bytes; }),
        limit(
            "ring_events", 16, 100'000'000, [](auto &c) -> auto & { return c.ring.events; }),
        duration<days>(
            "history_days", 1, 3650, [](auto &c) -> auto & { return c.history; }),
        limit(
            "history_events", 100, 1'000'000'000,
            [](auto &c) -> auto & { return c.historyEvents; }),
        limit(
            "history_per_job", 1, 10'000, [](auto &c) -> auto & { return c.historyPerJob; }),
    };
}

std::vector<ConfigKey> queueLimits()
{
    return {
        atStart(limit(
            "store_queue_requests", 100, 10'000'000,
            [](auto &c) -> auto & { return c.storeQueue.requests; })),
        atStart(limit(
            "store_queue_bytes", kib * kib, 16 * gib,
            [](auto &c) -> auto & { return c.storeQueue.bytes; })),
        atStart(limit(
            "store_queue_share_percent", 1, 100,
            [](auto &c) -> auto & { return c.storeQueue.sharePercent; })),
    };
}

std::vector<ConfigKey> deliveryLimits()
{
    return {
        limit(
            "waiting_webhooks_per_source", 1, 1'000'000,
            [](auto &c) -> auto & { return c.waiting.perSource; }),
        limit(
            "waiting_webhook_bytes_per_source", kib, 64 * gib,
            [](auto &c) -> auto & { return c.waiting.bytesPerSource; }),
        limit(
            "waiting_webhooks_per_owner", 1, 1'000'000,
            [](auto &c) -> auto & { return c.waiting.perOwner; }),
        limit(
            "waiting_webhook_bytes_per_owner", kib, 64 * gib,
            [](auto &c) -> auto & { return c.waiting.bytesPerOwner; }),
        limit(
            "waiting_webhooks_per_job", 1, 10'000,
            [](auto &c) -> auto & { return c.waiting.perJob; }),
        limit(
            "kept_deliveries", 1, 100'000'000, [](auto &c) -> auto & { return c.keptDeliveries; }),
        limit(
            "kept_delivery_bytes", kib, 1024 * gib,
            [](auto &c) -> auto & { return c.keptDeliveryBytes; }),
    };
}

std::vector<ConfigKey> timeLimits()
{
    using namespace std::chrono;
    return {
        duration<seconds>(
            "write_deadline_s", 1, 3600, [](auto &c) -> auto & { return c.writeDeadline; }),
        duration<seconds>(
            "heartbeat_s", 5, 60, [](auto &c) -> auto & { return c.heartbeat; }),
        limit(
            "log_queue_bytes", 64 * kib, gib, [](auto &c) -> auto & { return c.logQueueBytes; }),
        duration<seconds>(
            "drain_s", 0, 3600, [](auto &c) -> auto & { return c.drain; }),
    };
}

/// Returns the keys in the order in which they are listed.
std::vector<ConfigKey> makeKeys()
{
    std::vector<ConfigKey> keys;
    for (const auto &group : {namedKeys, requestLimits, connectionLimits, streamLimits,
                              historyLimits, queueLimits, deliveryLimits, timeLimits}) {
        const std::vector<ConfigKey> some = group();
        keys.insert(keys.end(), some.begin(), some.end());
    }
    return keys;
}

} // namespace

const std::vector<ConfigKey> &configKeys()
{
    static const std::vector<ConfigKey> keys = makeKeys();
    return keys;
}

hub::Result<void> assign(const ConfigKey &key, Config &config, const ConfigValue &value)
{
    const char *names[] = {"a whole number", "a string", "a list of strings"};
    if (value.index() != static_cast<std::size_t>(key.type))
        return hub::Error{
            "bad_config",
            QStringLiteral("must be %1").arg(QLatin1String(names[static_cast<int>(key.type)]))};
    if (key.type == ConfigKey::Type::Integer) {
        const qint64 number = std::get<qint64>(value);
        if (number < key.least || number > key.most)
            return hub::Error{"bad_config",
                              QStringLiteral("must be from %1 to %2").arg(key.least).arg(key.most)};
    }
    if (!key.words.isEmpty() && !key.words.contains(std::get<QString>(value)))
        return hub::Error{
            "bad_config",
            QStringLiteral("must be one of %1").arg(key.words.join(QStringLiteral(", ")))};
    key.set(config, value);
    return {};
}

} // namespace app
