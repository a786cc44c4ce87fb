// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/hubservice.h"

#include <QTemporaryDir>

namespace test {

/// A complete hub in this process and on this thread, on a free port. Its database survives
/// restart().
class HubRunner
{
public:
    /// `clock` is not owned and outlives this.
    explicit HubRunner(app::Config config = {}, const hub::Clock &clock = hub::systemClock())
        : m_config(std::move(config))
        , m_clock(clock)
    {
        m_config.listen = QStringList{QStringLiteral("127.0.0.1:0")};
        m_config.dataDir = m_dir.path();
        start();
    }

    /// Shuts the hub down in order and starts it again on the same database.
    void restart()
    {
        stop();
        start();
    }
    void stop() { m_service.reset(); }
    void start()
    {
        m_service = std::make_unique<app::HubService>(m_config, m_clock);
        const hub::Result<QUrl> url = m_service->start();
        if (!url)
            qFatal("hub: %s", qUtf8Printable(url.error().message));
        m_url = *url;
    }

    QUrl url() const { return m_url; }
    QString dataDir() const { return m_dir.path(); }
    app::HubService &service() { return *m_service; }
    app::Config &config() { return m_config; }

private:
    QTemporaryDir m_dir;
    app::Config m_config;
    const hub::Clock &m_clock;
    std::unique_ptr<app::HubService> m_service;
    QUrl m_url;
};

} // namespace test
