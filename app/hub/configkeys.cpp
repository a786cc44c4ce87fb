// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/configkeys.h"

namespace app {

namespace {

using Type = ConfigKey::Type;
constexpr qint64 kib = 1024;
constexpr qint64 gib = kib * kib * kib;

template<typename Set>
ConfigKey integer(const char *section, const char *name, qint64 least, qint64 most, Set set)
{
    return {
        QString::fromLatin1(section),
        QString::fromLatin1(name),
        Type::Integer,
        least,
        most,
        [set](Config &config, const ConfigValue &value) { set(config, std::get<qint64>(value)); }};
}

ConfigKey limit(const char *name, qint64 least, qint64 most, void (*set)(Config &, qint64))
{
    return integer("limits", name, least, most, set);
}

ConfigKey list(const char *name, QStringList Config::*member)
{
    return {QStringLiteral("hub"),
            QString::fromLatin1(name),
            Type::List,
            0,
            0,
            [member](Config &config, const ConfigValue &value) {
                config.*member = std::get<QStringList>(value);
            }};
}

std::vector<ConfigKey> makeKeys()
{
    using namespace std::chrono;
    std::vector<ConfigKey> keys{
        list("listen", &Config::listen),
        list("cors_origins", &Config::corsOrigins),
        {QStringLiteral("hub"), QStringLiteral("data_dir"), Type::String, 0, 0,
         [](Config &c, const ConfigValue &v) { c.dataDir = std::get<QString>(v); }},
        limit("header_bytes", kib, 1024 * kib, [](Config &c, qint64 v) { c.http.headerBytes = v; }),
        limit("body_bytes", kib, gib, [](Config &c, qint64 v) { c.http.bodyBytes = v; }),
        limit("batch_body_bytes", kib, gib, [](Config &c, qint64 v) { c.http.batchBodyBytes = v; }),
        limit("header_deadline_s", 1, 3600,
              [](Config &c, qint64 v) { c.http.headerDeadline = seconds{v}; }),
        limit("body_deadline_s", 1, 3600,
              [](Config &c, qint64 v) { c.http.bodyDeadline = seconds{v}; }),
        limit("idle_deadline_s", 1, 86'400,
              [](Config &c, qint64 v) { c.http.idleDeadline = seconds{v}; }),
        limit("connections_per_address", 1, 1'000'000,
              [](Config &c, qint64 v) { c.http.connectionsPerAddress = static_cast<int>(v); }),
        limit("connections", 1, 1'000'000,
              [](Config &c, qint64 v) { c.http.connections = static_cast<int>(v); }),
        limit("stream_backlog_bytes", 4 * kib, gib,
              [](Config &c, qint64 v) { c.http.streamBacklogBytes = v; }),
        limit("ring_bytes", 64 * kib, 64 * gib, [](Config &c, qint64 v) { c.ring.bytes = v; }),
        limit("ring_events", 16, 100'000'000, [](Config &c, qint64 v) { c.ring.events = v; }),
        limit("history_days", 1, 3650, [](Config &c, qint64 v) { c.history = hours{24 * v}; }),
        limit("history_events", 100, 1'000'000'000,
              [](Config &c, qint64 v) { c.historyEvents = v; }),
        limit("history_per_job", 1, 10'000, [](Config &c, qint64 v) { c.historyPerJob = v; }),
        limit("write_deadline_s", 1, 3600,
              [](Config &c, qint64 v) { c.writeDeadline = seconds{v}; }),
        limit("heartbeat_s", 5, 60, [](Config &c, qint64 v) { c.heartbeat = seconds{v}; }),
        limit("drain_s", 0, 3600, [](Config &c, qint64 v) { c.drain = seconds{v}; }),
    };
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
    key.set(config, value);
    return {};
}

} // namespace app
