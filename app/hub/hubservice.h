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
/// embedded hub are both this. Used on one thread with an event loop, the hub thread.
class HubService : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubService)

public:
    explicit HubService(Config config, QObject *parent = nullptr);
    ~HubService() override;

    /// Opens the store and listens. Returns the URL of the first address; an Error (`port_in_use`,
    /// `store_unusable`, …) leaves nothing running.
    hub::Result<QUrl> start();

    /// Where reload() gets the configuration from, before start(). With it the hub is a service of
    /// its own: its API takes reload and drain.
    using Reader = std::function<hub::Result<Config>()>;
    void setOperated(Reader reader);

    /// Reads the configuration again and takes over what can be, or changes nothing. Logs either.
    hub::Result<hub::Reloaded> reload();

    /// No new connections; streams are told and closed, each at its own moment of the drain time;
    /// what was accepted is committed and answered; then stopped(). At most 3 s longer than the
    /// drain time.
    void stop();
    bool isStopping() const { return m_stopPoll.isActive(); }
    /// Ends what stop() began: connections break, what was accepted is still committed.
    void stopNow();

    /// Where operators' routes are served, when that is apart.
    QUrl adminUrl() const { return m_adminUrl; }

    /// Null before start().
    hub::Hub *hub() { return m_hub.get(); }

signals:
    void reloadBegan();
    void reloadEnded(); ///< Also after one that failed.
    void stopBegan(std::chrono::milliseconds atMost);
    void stopped();

private:
    hub::Result<void> openStore();
    void restoreRevocations();
    hub::Result<QUrl> listen(const hub::HttpOptions &http);
    hub::Result<void> listenForOperators(const hub::HttpOptions &http);
    /// Who may is asked before anything of `router` happens.
    void admitBy(hub::Router &router);
    /// Streams end with the key that verified their token.
    void closeStreamsOfLostKeys();
    void watchLog();
    void warnOfExposedSecrets(const Config &config) const;
    hub::Result<hub::Reloaded> reloadNow();
    hub::Result<void> apply(const Config &next);
    void goOnStopping();

    Config m_config;
    Reader m_reader;
    const hub::SystemClock m_clock;
    // Destroyed from the last to the first: connections, then routes, then the hub, then its store.
    std::unique_ptr<hub::SqliteStore> m_store;
    std::unique_ptr<hub::Hub> m_hub;
    std::unique_ptr<hub::Authenticator> m_authenticator;
    std::unique_ptr<hub::Api> m_api;
    std::unique_ptr<hub::Router> m_router;
    std::unique_ptr<hub::HttpServer> m_server;
    std::unique_ptr<hub::Router>
        m_adminRouter; ///< Null unless operators have a listener of theirs,
    std::unique_ptr<hub::HttpServer> m_adminServer; ///< which goes last, so that they see a drain.
    QUrl m_adminUrl;
    QTimer m_stopPoll;
    qint64 m_stopDeadlineMs = 0; ///< Of the drain, then of the connections.
    bool m_drained = false;
};

} // namespace app
