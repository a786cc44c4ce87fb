// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <functional>

namespace app {

class HubService;

/// A hub inside the monitor, on its own thread. The monitor connects to it over HTTP, as to any
/// other hub. Call all functions on the thread that created the object.
class EmbeddedHub : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmbeddedHub)

public:
    static constexpr quint16 firstPort = 4354;
    static constexpr quint16 lastPort = 4373;

    explicit EmbeddedHub(QObject *parent = nullptr);
    /// Stops the hub and blocks until its thread has ended. The hub's own shutdown deadline limits
    /// the wait.
    ~EmbeddedHub() override;

    /// Starts the hub on the first free port from `first` to `last`, with its data in `dataDir`.
    /// Emits started() or failed(). Call it only while the hub is stopped: at first, or after
    /// failed() or stopped().
    void start(const QString &dataDir, quint16 first = firstPort, quint16 last = lastPort);
    /// Does the same with a whole configuration. Its addresses and its drain time do not count.
    void start(const Config &config, quint16 first, quint16 last);
    /// Applies a configuration without a restart, as far as that is possible. Streams stay open.
    /// Emits reloaded() or reloadFailed() unless the hub is stopped. The addresses do not count.
    void reload(const Config &config);
    /// Stops the hub; emits stopped() when its thread has ended.
    void stop();

    bool isRunning() const { return m_thread.isRunning(); }

signals:
    void started(const QUrl &url);
    void failed(const QString &reason);
    /// These keys of the configuration take effect only after a restart.
    void reloaded(const QStringList &restart);
    /// The former configuration stays in use.
    void reloadFailed(const QString &reason);
    /// The thread has ended, after stop() or after failed().
    void stopped();

private:
    void run(Config config, quint16 first, quint16 last);
    void call(std::function<void()> action);

    QThread m_thread;
    HubService *m_service = nullptr; ///< Lives on m_thread and is used only there.
    QStringList m_listen; ///< The address of m_service. Used only on m_thread.
};

} // namespace app
