// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/api/reloaded.h"
#include "hub/base/clock.h"
#include "hub/base/result.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

namespace hub {
class Authenticator;
class Hub;
class HttpServer;
class Router;
class SqliteStore;
struct Api;
} // namespace hub

namespace app {

/// A whole hub: store, core and HTTP, built from a configuration. The daemon and the monitor's
/// embedded hub both use it. Use it on one thread with an event loop, the hub thread.
class HubService : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubService)

public:
    explicit HubService(Config config, QObject *parent = nullptr);
    ~HubService() override;

    /// Opens the store and listens. Returns the URL of the first address. After an Error
    /// (`port_in_use`, `store_unusable`, …) nothing is left running.
    hub::Result<QUrl> start();

    /// Sets how reload() reads the configuration. Call it before start(). With a reader, the hub's
    /// API offers reload and drain.
    using Reader = std::function<hub::Result<Config>()>;
    void setOperated(Reader reader);

    /// Reads the configuration again and applies every change that needs no restart. Applies
    /// nothing when it fails. Logs the result. Needs a reader from setOperated().
    hub::Result<hub::Reloaded> reload();

    /// Begins to stop. Accepts no new connections, and closes the streams spread over the drain
    /// time. Accepted requests are still committed and answered. Emits stopped() at most 3 s after
    /// the drain time.
    void stop();
    bool isStopping() const { return m_stopPoll.isActive(); }
    /// Stops at once: breaks all connections and emits stopped(). Accepted writes are still
    /// committed.
    void stopNow();

    /// Returns the URL of the operator routes if they have an address of their own, else an empty
    /// URL.
    QUrl adminUrl() const { return m_adminUrl; }

    /// Returns null before start().
    hub::Hub *hub() { return m_hub.get(); }

signals:
    void reloadBegan();
    void reloadEnded(); ///< Also after a failed reload.
    /// Stopping takes `atMost`, or less.
    void stopBegan(std::chrono::milliseconds atMost);
    void stopped();

private:
    hub::Result<void> openStore();
    void restoreRevocations();
    hub::Result<QUrl> listen(const hub::HttpOptions &http);
    hub::Result<void> listenForOperators(const hub::HttpOptions &http);
    /// Makes `router` check the caller's rights before it runs a handler.
    void admitBy(hub::Router &router);
    /// Closes the streams whose token was verified by a key that is gone.
    void closeStreamsOfLostKeys();
    void watchLog();
    void warnOfExposedSecrets(const Config &config) const;
    hub::Result<hub::Reloaded> reloadNow();
    hub::Result<void> apply(const Config &next);
    void goOnStopping();

    Config m_config;
    Reader m_reader;
    const hub::SystemClock m_clock;
    // Members are destroyed from the last to the first: connections, routes, the hub, its store.
    std::unique_ptr<hub::SqliteStore> m_store;
    std::unique_ptr<hub::Hub> m_hub;
    std::unique_ptr<hub::Authenticator> m_authenticator;
    std::unique_ptr<hub::Api> m_api;
    std::unique_ptr<hub::Router> m_router;
    std::unique_ptr<hub::HttpServer> m_server;
    /// Null unless the operator routes have an address of their own, like m_adminServer.
    std::unique_ptr<hub::Router> m_adminRouter;
    /// Listens until the drain is over, so that operators can watch it.
    std::unique_ptr<hub::HttpServer> m_adminServer;
    QUrl m_adminUrl;
    QTimer m_stopPoll;
    /// End of the drain, then of the wait for connections; steady time.
    qint64 m_stopDeadlineMs = 0;
    bool m_drained = false;
};

} // namespace app
