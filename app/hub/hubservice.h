// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "app/hub/shutdown.h"
#include "hub/api/reloaded.h"
#include "hub/base/result.h"
#include "hub/base/systemclock.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace hub {
class Hub;
}

namespace app {

class RunningHub;

/// Starts, reloads and stops a whole hub. The daemon and the monitor's embedded hub both use it.
/// Use it on one thread with an event loop, the hub thread.
class HubService : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubService)

public:
    /// `clock` is not owned and outlives this.
    explicit HubService(Config config, const hub::Clock &clock = hub::systemClock());
    /// Breaks all connections. Blocks until accepted writes are committed.
    ~HubService() override;

    /// Opens the store and listens. Returns the URL of the first address. After an Error
    /// (`bad_config`, `port_in_use`, `store_unusable`, …) nothing is left running, and start() may
    /// be called again. An Error `already_running` changes nothing.
    hub::Result<QUrl> start();

    /// Sets how reload() reads the configuration. Call it before start(). With a reader, the hub's
    /// API offers reload and drain.
    using Reader = std::function<hub::Result<Config>()>;
    void setOperated(Reader reader);

    /// Reads the configuration again and applies every change that needs no restart. Applies
    /// nothing when it fails: `not_operated` without a reader from setOperated(), `draining` while
    /// the hub does not run, `bad_config`. Logs the result.
    hub::Result<hub::Reloaded> reload();
    /// Applies this configuration in the same way, for a program that makes its configuration
    /// itself. Needs no reader.
    hub::Result<hub::Reloaded> reload(Config wanted);

    /// Begins to stop. Accepts no new connections, and closes the streams spread over the drain
    /// time. Accepted requests are still committed and answered. Emits stopped() at most 3 s after
    /// the drain time.
    void stop();
    bool isStopping() const { return m_shutdown.isActive(); }
    /// Stops at once: breaks all connections, blocks until accepted writes are committed, and emits
    /// stopped().
    void stopNow();

    /// Returns the URL of the operator routes if they have an address of their own, else an empty
    /// URL.
    QUrl adminUrl() const;

    /// Returns null unless the hub runs: before start(), after a failed start() and after
    /// stopped().
    hub::Hub *hub();

signals:
    void reloadBegan();
    void reloadEnded(); ///< Also after a failed reload.
    /// Stopping takes `atMost`, or less.
    void stopBegan(std::chrono::milliseconds atMost);
    void stopped();

private:
    hub::Result<hub::Reloaded> reloadNow();
    hub::Result<hub::Reloaded> apply(hub::Result<Config> wanted);

    Config m_config; ///< For start(); a running hub has its own.
    Reader m_reader;
    const hub::Clock &m_clock;
    std::unique_ptr<RunningHub> m_running; ///< Null unless the hub runs.
    Shutdown m_shutdown;
};

} // namespace app
