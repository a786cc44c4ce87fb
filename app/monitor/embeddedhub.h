// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

#include <QObject>
#include <QThread>
#include <QUrl>

namespace app {

class HubService;

/// A hub inside the monitor, on a thread of its own. The monitor talks to it over HTTP like to any
/// other.
class EmbeddedHub : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmbeddedHub)

public:
    static constexpr quint16 firstPort = 4354;
    static constexpr quint16 lastPort = 4373;

    explicit EmbeddedHub(QObject *parent = nullptr);
    /// Stops it in good order; waits for that at most as long as the hub's own deadline.
    ~EmbeddedHub() override;

    /// Listens on the first free port from `first` to `last`. Answers by started() or failed().
    /// Only at first, or after failed() or stopped().
    void start(const QString &dataDir, quint16 first = firstPort, quint16 last = lastPort);
    /// Answers by stopped().
    void stop();

    bool isRunning() const { return m_thread.isRunning(); }

signals:
    void started(const QUrl &url);
    void failed(const QString &reason);
    void stopped();

private:
    void run(Config config, quint16 first, quint16 last);

    QThread m_thread;
    HubService *m_service = nullptr; ///< Lives on m_thread, and is used there only.
};

} // namespace app
