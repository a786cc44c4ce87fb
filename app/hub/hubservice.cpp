// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/hubservice.h"

#include "app/hub/authentication.h"
#include "app/hub/configchange.h"
#include "app/hub/listening.h"
#include "app/hub/pictureorigins.h"
#include "app/hub/publicurl.h"
#include "app/hub/secretexposure.h"
#include "app/hub/sources.h"
#include "hub/api/api.h"
#include "hub/api/guard.h"
#include "hub/auth/authenticator.h"
#include "hub/base/log.h"
#include "hub/core/hub.h"
#include "hub/http/httpserver.h"
#include "hub/json/jsonwriter.h"
#include "hub/store/sqlitestore.h"

#include <QPointer>

namespace app {

namespace {

using namespace std::chrono_literals;

/// How long connections may take their last bytes after the drain.
constexpr std::chrono::milliseconds stopPatience = 2500ms;

/// Every stream is due within the drain time, but the loop may close the last one a little later.
constexpr std::chrono::milliseconds drainGrace = 200ms;

constexpr std::chrono::milliseconds peerGrace = 5000ms;

hub::Hub::Options hubOptions(const Config &config)
{
    hub::Hub::Options options;
    options.streams.log = config.ring;
    options.streams.writeDeadline = config.writeDeadline;
    options.streams.gatherBytes = config.http.streamBacklogBytes;
    options.quota = config.quota;
    options.quota.streamsPerAddress = config.net.connectionsPerAddress;
    options.snapshot = config.snapshot;
    options.snapshotBudget = {config.snapshotBudgetBytes, config.snapshotBudgetBytes / 4};
    options.drainSpread = config.drain;
    return options;
}

hub::Retention retentionOf(const Config &config)
{
    hub::Retention retention;
    retention.eventAge = config.history;
    retention.events = config.historyEvents;
    retention.eventsPerJob = static_cast<int>(config.historyPerJob);
    retention.waiting = config.waiting;
    retention.deliveries = config.keptDeliveries;
    retention.deliveryBytes = config.keptDeliveryBytes;
    return retention;
}

hub::Result<hub::HttpOptions> httpOptions(const Config &config)
{
    auto tls = tlsOf(config);
    if (!tls)
        return tls.error();
    hub::HttpOptions options;
    options.net.tls = std::move(*tls);
    options.limits = config.http;
    options.net.limits = config.net;
    options.net.transport = config.transport;
    options.limits.writeDeadline = config.writeDeadline;
    // Longer than the write deadline, so that a slow reader is closed as `slow` and not as
    // `heartbeat_failed`.
    options.net.limits.peerTimeout = config.writeDeadline + peerGrace;
    for (const QString &origin : config.corsOrigins)
        options.origins.corsOrigins << origin.toUtf8();
    for (const QString &host : config.trustedHosts)
        options.origins.trustedHosts << host.toUtf8();
    if (const auto proxies = proxyTrustOf(config.trustedProxies)) // check() has accepted it
        options.proxies = *proxies;
    return options;
}

/// Everything that is built from a configuration and may fail. It is built before any change is
/// applied.
struct Prepared
{
    hub::WebhookSources sources;
    hub::Authenticator::Options authentication;
    hub::HttpOptions http;
    QByteArray publicUrl;
    QByteArrayList pictureOrigins;
};

hub::Result<Prepared> prepare(const Config &config)
{
    auto sources = makeSources(config.sources);
    if (!sources)
        return sources.error();
    auto authentication = authenticationOf(config);
    if (!authentication)
        return authentication.error();
    auto http = httpOptions(config);
    if (!http)
        return http.error();
    auto publicUrl = publicUrlOf(config.publicUrl);
    if (!publicUrl)
        return publicUrl.error();
    auto pictureOrigins = pictureOriginsOf(config.pictureOrigins);
    if (!pictureOrigins)
        return pictureOrigins.error();
    return Prepared{std::move(*sources), std::move(*authentication), std::move(*http),
                    std::move(*publicUrl), std::move(*pictureOrigins)};
}

QString listed(const QStringList &keys)
{
    return keys.isEmpty() ? QStringLiteral("nothing") : keys.join(QStringLiteral(", "));
}

} // namespace

HubService::HubService(Config config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
{
    connect(&m_stopPoll, &QTimer::timeout, this, &HubService::goOnStopping);
}

HubService::~HubService()
{
    hub::setLogObserver({});
}

hub::Result<QUrl> HubService::start()
{
    hub::Result<Prepared> prepared = prepare(m_config);
    if (!prepared)
        return prepared.error();
    warnOfExposedSecrets(m_config);
    if (const hub::Result<void> opened = openStore(); !opened)
        return opened.error();
    m_hub = std::make_unique<hub::Hub>(*m_store, m_clock, hubOptions(m_config));
    m_authenticator = std::make_unique<hub::Authenticator>(&m_clock);
    connect(m_authenticator.get(), &hub::Authenticator::keysLost, this,
            &HubService::closeStreamsOfLostKeys);
    m_authenticator->configure(std::move(prepared->authentication));
    restoreRevocations();
    m_api.reset(
        new hub::Api{*m_hub, *m_authenticator, std::move(prepared->sources), m_config.heartbeat});
    m_api->publicUrl = prepared->publicUrl;
    m_api->pictureOrigins = prepared->pictureOrigins;
    if (m_reader) {
        m_api->reload = [this] { return reload(); };
        m_api->drain = [this] { stop(); };
    }
    m_router = std::make_unique<hub::Router>();
    addRoutes(*m_router, *m_api,
              m_config.adminListen.isEmpty() ? hub::RouteSet::All : hub::RouteSet::Public);
    admitBy(*m_router);
    watchLog();
    hub::Result<QUrl> url = listen(prepared->http);
    if (!url) {
        hub::setLogObserver({});
        m_adminServer.reset();
        m_server.reset();
        m_hub.reset();
        m_store.reset();
    }
    return url;
}

hub::Result<void> HubService::openStore()
{
    hub::StoreOptions options;
    options.path = (m_config.dataDir.isEmpty() ? dataDirectory() : m_config.dataDir)
                   + QStringLiteral("/heliograph.db");
    options.retention = retentionOf(m_config);
    options.waitingRequests = m_config.storeQueue.requests;
    options.waitingBytes = m_config.storeQueue.bytes;
    options.laneSharePercent = m_config.storeQueue.sharePercent;
    auto opened = hub::SqliteStore::open(options, m_clock);
    if (!opened)
        return opened.error();
    m_store = std::move(*opened);
    return {};
}

void HubService::restoreRevocations()
{
    for (const hub::Revocation &revocation : m_store->revocations()) {
        // fails only if it has expired since
        (void)m_authenticator->revocations().add(revocation.tokenId, revocation.subject,
                                                 revocation.untilMs);
    }
}

hub::Result<QUrl> HubService::listen(const hub::HttpOptions &http)
{
    m_server = std::make_unique<hub::HttpServer>(*m_router, http, m_clock);
    m_server->setNotices(m_hub->notices());
    hub::Result<QUrl> url = listenAt(*m_server, m_config, m_config.listen);
    if (url && !m_config.adminListen.isEmpty())
        if (const hub::Result<void> listening = listenForOperators(http); !listening)
            return listening.error();
    return url;
}

hub::Result<void> HubService::listenForOperators(const hub::HttpOptions &http)
{
    m_adminRouter = std::make_unique<hub::Router>();
    addRoutes(*m_adminRouter, *m_api, hub::RouteSet::Operator);
    admitBy(*m_adminRouter);
    m_adminServer = std::make_unique<hub::HttpServer>(*m_adminRouter, http, m_clock);
    m_adminServer->setNotices(m_hub->notices());
    const hub::Result<QUrl> url = listenAt(*m_adminServer, m_config, {m_config.adminListen});
    if (!url)
        return url.error();
    m_adminUrl = *url;
    return {};
}

void HubService::admitBy(hub::Router &router)
{
    router.setAdmission([guard = hub::Guard(*m_authenticator, &m_hub->notices())](
                            hub::Access access, hub::Request request, hub::Reply reply,
                            const hub::Handler &handler) {
        guard.admit(access, std::move(request), std::move(reply), handler);
    });
}

void HubService::closeStreamsOfLostKeys()
{
    const int closed =
        m_hub->sendAwayIf(hub::CloseReason::Revoked, [this](const hub::Subscriber &subscriber) {
            return !m_authenticator->hasKey(subscriber.request().keyDigest);
        });
    qCInfo(hub::lcHub, "keys were removed: %d streams closed", closed);
}

/// Publishes warnings and errors of the log on the hub's own stream, too.
void HubService::watchLog()
{
    hub::setLogObserver([hub = QPointer(m_hub.get())](QtMsgType level, const QByteArray &line) {
        if (level != QtWarningMsg && level != QtCriticalMsg)
            return;
        QMetaObject::invokeMethod(
            hub.data(),
            [hub, line] {
                hub::JsonWriter json;
                json.beginObject().key("line").string(line).endObject();
                hub->announce("hub.log", json.take());
            },
            Qt::QueuedConnection);
    });
}

void HubService::warnOfExposedSecrets(const Config &config) const
{
    for (const QString &warning : exposedSecrets(config))
        qCWarning(hub::lcHub).noquote() << warning;
}

void HubService::setOperated(Reader reader)
{
    m_reader = std::move(reader);
}

hub::Result<hub::Reloaded> HubService::reload()
{
    emit reloadBegan();
    hub::Result<hub::Reloaded> reloaded = reloadNow();
    emit reloadEnded();
    if (reloaded)
        qCInfo(hub::lcHub).noquote()
            << "configuration reloaded; changed:" << listed(reloaded->changed)
            << "- needs a restart:" << listed(reloaded->restart);
    else
        qCWarning(hub::lcHub).noquote()
            << "configuration not reloaded; the old one stays in use:" << reloaded.error().message;
    return reloaded;
}

hub::Result<hub::Reloaded> HubService::reloadNow()
{
    if (!m_server || isStopping())
        return hub::Error{"draining", QStringLiteral("the hub is stopping")};
    hub::Result<Config> wanted = m_reader();
    if (!wanted)
        return wanted.error();
    const ConfigChange change = changeOf(m_config, std::move(*wanted));
    if (const hub::Result<void> applied = apply(change.next); !applied)
        return applied.error();
    return hub::Reloaded{change.changed, change.restart};
}

/// Applies a configuration completely or not at all: everything that may fail comes first.
hub::Result<void> HubService::apply(const Config &next)
{
    // Open connections were admitted by the old rules, and the listening addresses were allowed by
    // them.
    if (next.hasKeys() != m_config.hasKeys())
        return hub::Error{
            "bad_config",
            QStringLiteral("auth: adding the first key or removing the last one needs a restart")};
    hub::Result<Prepared> prepared = prepare(next);
    if (!prepared)
        return prepared.error();
    m_authenticator->configure(std::move(prepared->authentication));
    hub::setLogLevel(next.logLevel);
    hub::setLogQueueBytes(next.logQueueBytes);
    m_api->sources = std::move(prepared->sources);
    m_api->heartbeat = next.heartbeat;
    m_api->publicUrl = prepared->publicUrl;
    m_api->pictureOrigins = prepared->pictureOrigins;
    m_hub->configure(hubOptions(next));
    m_store->setRetention(retentionOf(next));
    m_server->configure(prepared->http);
    if (m_adminServer)
        m_adminServer->configure(prepared->http);
    m_config = next;
    warnOfExposedSecrets(next);
    return {};
}

void HubService::stop()
{
    if (!m_server || isStopping())
        return;
    const auto streams = m_hub->streams().count();
    qCInfo(hub::lcHub, "stopping within %lld s, open streams: %zu",
           static_cast<long long>(m_config.drain.count() / 1000), streams);
    m_server->stopListening();
    m_hub->drain();
    m_stopDeadlineMs = m_clock.steadyMs() + m_config.drain.count() + drainGrace.count();
    m_stopPoll.start(20ms);
    emit stopBegan(m_config.drain + drainGrace + stopPatience);
}

/// Closes streams first: the drain time is theirs. Then closes the remaining connections.
void HubService::goOnStopping()
{
    const bool late = m_clock.steadyMs() >= m_stopDeadlineMs;
    if (!m_drained) {
        if (m_hub->streams().count() > 0 && !late)
            return;
        m_drained = true;
        m_server->finishConnections();
        m_stopDeadlineMs = m_clock.steadyMs() + stopPatience.count();
    } else if (m_server->connectionCount() == 0 || late) {
        stopNow();
    }
}

void HubService::stopNow()
{
    m_stopPoll.stop();
    m_adminServer.reset();
    m_server.reset();
    emit stopped();
}

} // namespace app
