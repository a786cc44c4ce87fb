// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/hubservice.h"

#include "app/hub/sources.h"
#include "hub/base/log.h"
#include "hub/core/hub.h"
#include "hub/http/api.h"
#include "hub/http/httpserver.h"
#include "hub/store/sqlitestore.h"
#include "hub/wire/jsonwriter.h"

#include <QPointer>

namespace app {

namespace {

/// Streams get this long to take their last frames.
constexpr qint64 stopPatienceMs = 2500;

constexpr std::chrono::milliseconds peerGrace{5000};

hub::Hub::Options hubOptions(const Config &config)
{
    hub::Hub::Options options;
    options.streams.log = config.ring;
    options.streams.writeDeadline = config.writeDeadline;
    options.streams.gatherBytes = config.http.streamBacklogBytes;
    options.drainSpread = config.drain;
    return options;
}

} // namespace

HubService::HubService(Config config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
{
    connect(&m_stopPoll, &QTimer::timeout, this, &HubService::finishStop);
}

HubService::~HubService()
{
    hub::setLogObserver({});
}

hub::Result<QUrl> HubService::start()
{
    hub::Result<hub::WebhookSources> sources = makeSources(m_config.sources);
    if (!sources)
        return sources.error();
    if (const hub::Result<void> opened = openStore(); !opened)
        return opened.error();
    m_hub = std::make_unique<hub::Hub>(*m_store, m_clock, hubOptions(m_config));
    m_api.reset(new hub::Api{*m_hub, std::move(*sources), m_config.heartbeat});
    m_router = std::make_unique<hub::Router>();
    addRoutes(*m_router, *m_api);
    watchLog();
    hub::Result<QUrl> url = listen();
    if (!url) {
        hub::setLogObserver({});
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
    options.retention.eventAge = m_config.history;
    options.retention.events = m_config.historyEvents;
    options.retention.eventsPerJob = static_cast<int>(m_config.historyPerJob);
    auto opened = hub::SqliteStore::open(options, m_clock);
    if (!opened)
        return opened.error();
    m_store = std::move(*opened);
    return {};
}

hub::Result<QUrl> HubService::listen()
{
    hub::HttpOptions options;
    options.limits = m_config.http;
    options.transport = m_config.transport;
    // Later than a reader that is only slow is closed for that, so that it counts as such.
    options.limits.peerTimeout = m_config.writeDeadline + peerGrace;
    for (const QString &origin : m_config.corsOrigins)
        options.origins.corsOrigins << origin.toUtf8();
    m_server = std::make_unique<hub::HttpServer>(*m_router, options);
    QUrl first;
    for (const QString &text : m_config.listen) {
        const hub::Result<Endpoint> endpoint = parseEndpoint(text);
        if (!endpoint)
            return endpoint.error();
        const hub::Result<quint16> port = m_server->listen(endpoint->address, endpoint->port);
        if (!port)
            return port.error();
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(endpoint->address.toString());
        url.setPort(*port);
        qCInfo(hub::lcHub).noquote() << "listening on" << url.toString();
        if (first.isEmpty())
            first = url;
    }
    return first;
}

/// Warnings and errors also go to whoever follows the hub's own stream.
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

void HubService::stop()
{
    if (!m_server || m_stopPoll.isActive())
        return;
    m_server->stopListening();
    m_server->finishConnections();
    m_hub->drain();
    m_stopDeadlineMs = m_clock.steadyMs() + stopPatienceMs;
    m_stopPoll.start(std::chrono::milliseconds{20});
}

void HubService::finishStop()
{
    if (m_server->connectionCount() > 0 && m_clock.steadyMs() < m_stopDeadlineMs)
        return;
    m_stopPoll.stop();
    m_server.reset();
    emit stopped();
}

} // namespace app
