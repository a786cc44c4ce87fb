// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/config.h"

#include "app/hub/authentication.h"
#include "app/hub/configkeys.h"
#include "app/hub/pictureorigins.h"
#include "app/hub/publicurl.h"
#include "app/hub/sources.h"
#include "app/hub/sourcevariable.h"

#include <QDir>
#include <QHostAddress>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

namespace app {

namespace {

std::optional<ConfigValue> fromText(const ConfigKey &key, const QString &text)
{
    if (key.type == ConfigKey::Type::String)
        return ConfigValue(text);
    if (key.type == ConfigKey::Type::List) {
        QStringList list = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (QString &element : list)
            element = element.trimmed();
        return ConfigValue(list);
    }
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(ConfigValue(number)) : std::nullopt;
}

QString variableOf(const ConfigKey &key)
{
    return QStringLiteral("HELIOGRAPH_%1_%2").arg(key.section, key.name).toUpper();
}

hub::Result<void> checkListen(const Config &config, const QString &text)
{
    const hub::Result<Endpoint> endpoint = parseEndpoint(text);
    if (!endpoint)
        return endpoint.error();
    return endpoint->activated ? hub::Result<void>() : mayListenAt(config, endpoint->address, text);
}

/// Returns whether the environment variable belongs to a section of this configuration. Other
/// programs also use variables that begin with `HELIOGRAPH_`.
bool isOurs(const QString &variable)
{
    for (const char *section : {"HUB", "LIMITS", "AUTH", "TLS"})
        if (variable.startsWith(QStringLiteral("HELIOGRAPH_%1_").arg(QLatin1String(section))))
            return true;
    return false;
}

} // namespace

hub::Result<Config> readEnvironment(Config config, const QHash<QString, QString> &environment)
{
    QHash<QString, const ConfigKey *> known;
    for (const ConfigKey &key : configKeys())
        known.insert(variableOf(key), &key);
    for (auto it = environment.cbegin(); it != environment.cend(); ++it) {
        if (isSourceVariable(it.key())) {
            hub::Result<Config> read = readSourceVariable(std::move(config), it.key(), it.value());
            if (!read)
                return read.error();
            config = std::move(*read);
            continue;
        }
        if (!isOurs(it.key()))
            continue;
        const ConfigKey *key = known.value(it.key());
        if (!key)
            return hub::Error{"bad_config", QStringLiteral("%1: no such key").arg(it.key())};
        const std::optional<ConfigValue> value = fromText(*key, it.value());
        if (!value)
            return hub::Error{"bad_config",
                              QStringLiteral("%1: must be a whole number").arg(it.key())};
        const hub::Result<void> assigned = assign(*key, config, *value);
        if (!assigned)
            return hub::Error{"bad_config",
                              QStringLiteral("%1: %2").arg(it.key(), assigned.error().message)};
    }
    return config;
}

namespace {

/// A budget without room for one body would refuse that body forever.
hub::Result<void> checkBudgets(const hub::HttpLimits &limits)
{
    if (limits.requestBudgetBytes < std::max(limits.bodyBytes, limits.batchBodyBytes))
        return hub::Error{"bad_config",
                          QStringLiteral("limits.request_budget_bytes: must be at least "
                                         "body_bytes and batch_body_bytes")};
    const qint64 least = std::max(limits.webhookBodyBytes, limits.headerBytes);
    if (limits.unverifiedBudgetBytes < least || limits.requestBudgetBytes < least)
        return hub::Error{"bad_config", QStringLiteral("limits: unverified_budget_bytes and "
                                                       "request_budget_bytes must be at least "
                                                       "webhook_body_bytes and header_bytes")};
    return {};
}

} // namespace

hub::Result<void> check(const Config &config)
{
    if (config.listen.isEmpty())
        return hub::Error{"bad_config", QStringLiteral("hub.listen: needs at least one address")};
    QStringList addresses = config.listen;
    if (!config.adminListen.isEmpty())
        addresses << config.adminListen;
    for (const QString &text : std::as_const(addresses))
        if (const auto allowed = checkListen(config, text); !allowed)
            return allowed.error();
    if (!config.trustedHosts.isEmpty() && !config.hasKeys())
        return hub::Error{"bad_config",
                          QStringLiteral("hub.trusted_hosts: without access keys a hub answers to "
                                         "the names of loopback only")};
    if (const auto url = publicUrlOf(config.publicUrl); !url)
        return hub::Error{"bad_config",
                          QStringLiteral("hub.public_url: %1").arg(url.error().message)};
    if (const auto origins = pictureOriginsOf(config.pictureOrigins); !origins)
        return origins.error();
    if (const auto authentication = authenticationOf(config); !authentication)
        return authentication.error();
    if (const auto tls = tlsOf(config); !tls)
        return tls.error();
    if (const auto proxies = proxyTrustOf(config.trustedProxies); !proxies)
        return proxies.error();
    if (const auto budgets = checkBudgets(config.http); !budgets)
        return budgets.error();
    QSet<QString> names;
    for (const SourceConfig &source : config.sources) {
        if (names.contains(source.name))
            return hub::Error{"bad_config",
                              QStringLiteral("sources: %1 is listed twice").arg(source.name)};
        names.insert(source.name);
    }
    if (const auto sources = makeSources(config.sources); !sources)
        return sources.error();
    return {};
}

hub::Result<hub::ProxyTrust> proxyTrustOf(const QStringList &addresses)
{
    QList<hub::ProxyTrust::Subnet> proxies;
    for (const QString &text : addresses) {
        const auto proxy = hub::ProxyTrust::parse(text.toUtf8());
        if (!proxy)
            return hub::Error{
                "bad_config",
                QStringLiteral("%1 is not an address or a subnet like 10.0.0.0/8").arg(text)};
        proxies << *proxy;
    }
    return hub::ProxyTrust(proxies);
}

hub::Result<Endpoint> parseEndpoint(const QString &text)
{
    if (text == QLatin1String("systemd"))
        return Endpoint{{}, 0, true};
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    QString host = text.left(colon);
    bool ok = false;
    const int port = text.mid(colon + 1).toInt(&ok);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    if (host == QLatin1String("localhost"))
        host = QStringLiteral("127.0.0.1");
    const QHostAddress address(host);
    if (colon < 1 || !ok || port < 0 || port > 65535 || address.isNull())
        return hub::Error{
            "bad_config",
            QStringLiteral("%1 is not an address and port like 127.0.0.1:4354").arg(text)};
    return Endpoint{address, static_cast<quint16>(port)};
}

hub::Result<void> mayListenAt(const Config &config, const QHostAddress &address,
                              const QString &text)
{
    if (address.isLoopback() || config.hasKeys())
        return {};
    return hub::Error{"bad_config",
                      QStringLiteral("%1 is reachable from other machines; without access keys a "
                                     "hub listens on loopback only")
                          .arg(text)};
}

QString dataDirectory()
{
    const QString state = qEnvironmentVariable("STATE_DIRECTORY").section(QLatin1Char(':'), 0, 0);
    if (!state.isEmpty())
        return state;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + QStringLiteral("/heliograph");
}

} // namespace app
