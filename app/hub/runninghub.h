// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "app/hub/hubserver.h"
#include "app/hub/hubsettings.h"
#include "app/hub/logannouncer.h"
#include "hub/api/api.h"
#include "hub/auth/authenticator.h"
#include "hub/base/result.h"
#include "hub/core/hub.h"
#include "hub/store/sqlitestore.h"

#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace app {

/// All objects of a hub that listens: store, core, routes and servers. They are built together or
/// not at all, and destroyed together. Hub thread only.
class RunningHub
{
    Q_DISABLE_COPY_MOVE(RunningHub)

public:
    /// The program around the hub offers these two actions to callers of the API; see hub::Api. An
    /// empty function = not offered.
    struct Operation
    {
        std::function<hub::Result<hub::Reloaded>()> reload;
        std::function<void()> drain;
    };

    /// Opens the store, builds the hub and listens. After an Error (`bad_config`, `store_in_use`,
    /// `store_unusable`, `port_in_use`, `cannot_listen`) nothing of it exists. Blocks; call it at
    /// start-up only. `clock` is not owned and outlives the hub.
    static hub::Result<std::unique_ptr<RunningHub>>
    create(const Config &config, const hub::Clock &clock, Operation operation);
    /// Breaks all connections. Blocks until accepted writes are committed.
    ~RunningHub() = default;

    /// Applies a configuration completely or not at all. An Error `bad_config` says what is wrong.
    /// Values of keys that need a restart must be those of config().
    hub::Result<void> apply(const Config &next);
    /// The configuration in effect.
    const Config &config() const { return m_config; }

    /// URL of the first address.
    QUrl url() const { return m_url; }
    /// URL of the operator routes if they have an address of their own, else an empty URL.
    QUrl adminUrl() const { return m_adminUrl; }

    hub::Hub &hub() { return m_hub; }
    /// The server of the public routes. The server of the operator routes listens until this object
    /// is destroyed, so that operators can watch a drain.
    hub::HttpServer &http() { return m_public.http(); }

private:
    RunningHub(const Config &config, HubSettings settings, std::unique_ptr<hub::SqliteStore> store,
               const hub::Clock &clock, Operation operation);
    void restoreRevocations();
    void closeStreamsOfLostKeys();
    hub::Result<void> listen();

    Config m_config;
    // Members are destroyed from the last to the first: connections, routes, the hub, its store.
    std::unique_ptr<hub::SqliteStore> m_store;
    hub::Hub m_hub;
    hub::Authenticator m_authenticator;
    hub::Api m_api;
    HubServer m_public;
    std::optional<HubServer> m_operators; ///< Only with an address of their own.
    LogAnnouncer m_announcer;
    QUrl m_url;
    QUrl m_adminUrl;
};

} // namespace app
