// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/hubservice.h"

#include "app/hub/hubreload.h"
#include "app/hub/runninghub.h"
#include "hub/base/log.h"

namespace app {

HubService::HubService(Config config, const hub::Clock &clock)
    : m_config(std::move(config))
    , m_clock(clock)
    , m_shutdown(clock)
{
    connect(&m_shutdown, &Shutdown::finished, this, &HubService::stopNow);
}

HubService::~HubService() = default;

hub::Result<QUrl> HubService::start()
{
    if (m_running)
        return hub::Error{"already_running", QStringLiteral("the hub is already running")};
    RunningHub::Operation operation;
    if (m_reader)
        operation = {[this] { return reload(); }, [this] { stop(); }};
    auto running = RunningHub::create(m_config, m_clock, std::move(operation));
    if (!running)
        return running.error();
    m_running = std::move(*running);
    return m_running->url();
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
    logReload(reloaded);
    return reloaded;
}

hub::Result<hub::Reloaded> HubService::reloadNow()
{
    if (!m_reader)
        return hub::Error{"not_operated",
                          QStringLiteral("this hub has no configuration that it can read again")};
    if (!m_running || isStopping())
        return apply(m_config); // it says why not
    return apply(m_reader());
}

hub::Result<hub::Reloaded> HubService::reload(Config wanted)
{
    hub::Result<hub::Reloaded> reloaded = apply(std::move(wanted));
    logReload(reloaded);
    return reloaded;
}

hub::Result<hub::Reloaded> HubService::apply(hub::Result<Config> wanted)
{
    if (!m_running || isStopping())
        return hub::Error{"draining", QStringLiteral("the hub is stopping")};
    return applyReload(*m_running, std::move(wanted));
}

void HubService::stop()
{
    if (!m_running || isStopping())
        return;
    const std::chrono::milliseconds drain = m_running->config().drain;
    qCInfo(hub::lcHub, "stopping within %lld s, open streams: %zu",
           static_cast<long long>(drain.count() / 1000), m_running->hub().streams().count());
    m_shutdown.begin(m_running->hub(), m_running->http(), drain);
    emit stopBegan(Shutdown::longest(drain));
}

void HubService::stopNow()
{
    m_shutdown.cancel();
    m_running.reset();
    emit stopped();
}

QUrl HubService::adminUrl() const
{
    return m_running ? m_running->adminUrl() : QUrl();
}

hub::Hub *HubService::hub()
{
    return m_running ? &m_running->hub() : nullptr;
}

} // namespace app
