// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/hubsettings.h"

#include "app/hub/authentication.h"
#include "app/hub/pictureorigins.h"
#include "app/hub/publicurl.h"
#include "app/hub/sources.h"

namespace app {

namespace {

constexpr std::chrono::milliseconds peerGrace{5000};

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

hub::StoreOptions storeOptions(const Config &config)
{
    hub::StoreOptions options;
    options.path = (config.dataDir.isEmpty() ? dataDirectory() : config.dataDir)
                   + QStringLiteral("/heliograph.db");
    options.retention = retentionOf(config);
    options.waitingRequests = config.storeQueue.requests;
    options.waitingBytes = config.storeQueue.bytes;
    options.laneSharePercent = config.storeQueue.sharePercent;
    return options;
}

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

} // namespace

hub::Result<HubSettings> settingsOf(const Config &config)
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
    return HubSettings{storeOptions(config),      hubOptions(config),  std::move(*authentication),
                       std::move(*http),          std::move(*sources), std::move(*publicUrl),
                       std::move(*pictureOrigins)};
}

} // namespace app
