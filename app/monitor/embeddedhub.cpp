// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/embeddedhub.h"

#include "app/hub/hubservice.h"
#include "hub/loop/descriptorlimit.h"

#include <utility>

namespace app {

EmbeddedHub::EmbeddedHub(QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("hub"));
    connect(&m_thread, &QThread::finished, this, &EmbeddedHub::stopped);
}

EmbeddedHub::~EmbeddedHub()
{
    disconnect(&m_thread, nullptr, this, nullptr);
    stop();
    m_thread.wait();
}

void EmbeddedHub::start(const QString &dataDir, quint16 first, quint16 last)
{
    Config config;
    config.dataDir = dataDir;
    start(config, first, last);
}

void EmbeddedHub::start(const Config &config, quint16 first, quint16 last)
{
    m_thread.wait(); // after failed() the thread may still be ending
    m_thread.start();
    call([this, config, first, last] { run(config, first, last); });
}

/// Calls a function on the thread of the hub.
void EmbeddedHub::call(std::function<void()> action)
{
    auto *caller = new QObject;
    caller->moveToThread(&m_thread);
    QMetaObject::invokeMethod(caller, [caller, action = std::move(action)] {
        action();
        delete caller;
    });
}

void EmbeddedHub::run(Config config, quint16 first, quint16 last)
{
    hub::raiseDescriptorLimitLogged();
    config.drain = std::chrono::milliseconds{0}; // the user who quits waits for the drain
    for (int tried = first; tried <= last; ++tried) {
        config.listen = {QStringLiteral("127.0.0.1:%1").arg(tried)};
        auto *service = new HubService(config);
        const hub::Result<QUrl> url = service->start();
        if (url) {
            m_service = service;
            m_listen = config.listen;
            connect(service, &HubService::stopped, service, [this, service] {
                m_service = nullptr;
                service->deleteLater();
                m_thread.quit();
            });
            emit started(*url);
            return;
        }
        delete service;
        if (url.error().code != "port_in_use" || tried == last) {
            emit failed(url.error().message);
            m_thread.quit();
            return;
        }
    }
}

void EmbeddedHub::reload(const Config &config)
{
    if (!m_thread.isRunning())
        return;
    call([this, wanted = config]() mutable {
        if (!m_service || m_service->isStopping())
            return;
        wanted.listen = m_listen;
        wanted.drain = std::chrono::milliseconds{0};
        const hub::Result<hub::Reloaded> done = m_service->reload(wanted);
        if (done)
            emit reloaded(done->restart);
        else
            emit reloadFailed(done.error().message);
    });
}

void EmbeddedHub::stop()
{
    if (!m_thread.isRunning())
        return;
    call([this] {
        if (m_service) {
            m_service->stop();
        } else {
            m_thread.quit();
        }
    });
}

} // namespace app
