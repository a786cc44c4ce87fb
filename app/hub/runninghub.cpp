// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/runninghub.h"

#include "app/hub/secretexposure.h"
#include "hub/base/log.h"

namespace app {

namespace {

void warnOfExposedSecrets(const Config &config)
{
    for (const QString &warning : exposedSecrets(config))
        qCWarning(hub::lcHub).noquote() << warning;
}

} // namespace

hub::Result<std::unique_ptr<RunningHub>>
RunningHub::create(const Config &config, const hub::Clock &clock, Operation operation)
{
    hub::Result<HubSettings> settings = settingsOf(config);
    if (!settings)
        return settings.error();
    warnOfExposedSecrets(config);
    hub::Authenticator::Options authentication = std::move(settings->authentication);
    auto store = hub::SqliteStore::open(settings->store, clock);
    if (!store)
        return store.error();
    std::unique_ptr<RunningHub> running(new RunningHub(
        config, std::move(*settings), std::move(*store), clock, std::move(operation)));
    if (const hub::Result<void> listening = running->listen(); !listening)
        return listening.error();
    // This may fetch keys, so it comes last. No request is read before the event loop runs.
    running->m_authenticator.configure(std::move(authentication));
    return running;
}

RunningHub::RunningHub(const Config &config, HubSettings settings,
                       std::unique_ptr<hub::SqliteStore> store, const hub::Clock &clock,
                       Operation operation)
    : m_config(config)
    , m_store(std::move(store))
    , m_hub(*m_store, clock, settings.hub)
    , m_authenticator(&clock)
    , m_api{m_hub,
            m_authenticator,
            std::move(settings.sources),
            config.heartbeat,
            std::move(operation.reload),
            std::move(operation.drain),
            settings.publicUrl,
            settings.pictureOrigins}
    , m_public(m_api, config.adminListen.isEmpty() ? hub::RouteSet::All : hub::RouteSet::Public,
               settings.http, clock)
    , m_announcer(m_hub)
{
    if (!config.adminListen.isEmpty())
        m_operators.emplace(m_api, hub::RouteSet::Operator, settings.http, clock);
    QObject::connect(&m_authenticator, &hub::Authenticator::keysLost, &m_hub,
                     [this] { closeStreamsOfLostKeys(); });
    restoreRevocations();
}

void RunningHub::restoreRevocations()
{
    for (const hub::Revocation &revocation : m_store->revocations()) {
        // fails only if it has expired since
        (void)m_authenticator.revocations().add(revocation.tokenId, revocation.subject,
                                                revocation.untilMs);
    }
}

/// Closes the streams whose token was verified by a key that is gone.
void RunningHub::closeStreamsOfLostKeys()
{
    const int closed =
        m_hub.closeStreamsIf(hub::CloseReason::Revoked, [this](const hub::Subscriber &subscriber) {
            return !m_authenticator.hasKey(subscriber.request().keyDigest);
        });
    qCInfo(hub::lcHub, "keys were removed: %d streams closed", closed);
}

hub::Result<void> RunningHub::listen()
{
    const hub::Result<QUrl> url = m_public.listen(m_config, m_config.listen);
    if (!url)
        return url.error();
    m_url = *url;
    if (!m_operators)
        return {};
    const hub::Result<QUrl> adminUrl = m_operators->listen(m_config, {m_config.adminListen});
    if (!adminUrl)
        return adminUrl.error();
    m_adminUrl = *adminUrl;
    return {};
}

hub::Result<void> RunningHub::apply(const Config &next)
{
    // Open connections were admitted by the old rules, and the listening addresses were allowed by
    // them.
    if (next.hasKeys() != m_config.hasKeys())
        return hub::Error{
            "bad_config",
            QStringLiteral("auth: adding the first key or removing the last one needs a restart")};
    hub::Result<HubSettings> settings = settingsOf(next);
    if (!settings)
        return settings.error();
    m_authenticator.configure(std::move(settings->authentication));
    hub::setLogLevel(next.logLevel);
    hub::setLogQueueBytes(next.logQueueBytes);
    m_api.sources = std::move(settings->sources);
    m_api.heartbeat = next.heartbeat;
    m_api.publicUrl = settings->publicUrl;
    m_api.pictureOrigins = settings->pictureOrigins;
    m_hub.configure(settings->hub);
    m_store->setRetention(settings->store.retention);
    m_public.http().configure(settings->http);
    if (m_operators)
        m_operators->http().configure(settings->http);
    m_config = next;
    warnOfExposedSecrets(next);
    return {};
}

} // namespace app
