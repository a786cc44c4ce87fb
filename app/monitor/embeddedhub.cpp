// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/embeddedhub.h"

#include "app/hub/hubservice.h"
#include "hub/loop/descriptorlimit.h"

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
    config.drain = std::chrono::milliseconds{0}; // the user who quits waits for the drain
    m_thread.wait(); // after failed() the thread may still be ending
    m_thread.start();
    auto *starter = new QObject;
    starter->moveToThread(&m_thread);
    QMetaObject::invokeMethod(starter, [this, starter, config, first, last] {
        run(config, first, last);
        delete starter;
    });
}

void EmbeddedHub::run(Config config, quint16 first, quint16 last)
{
    hub::raiseDescriptorLimitLogged();
    for (int tried = first; tried <= last; ++tried) {
        config.listen = {QStringLiteral("127.0.0.1:%1").arg(tried)};
        auto *service = new HubService(config);
        const hub::Result<QUrl> url = service->start();
        if (url) {
            m_service = service;
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

void EmbeddedHub::stop()
{
    if (!m_thread.isRunning())
        return;
    auto *stopper = new QObject;
    stopper->moveToThread(&m_thread);
    QMetaObject::invokeMethod(stopper, [this, stopper] {
        if (m_service) {
            m_service->stop();
        } else {
            m_thread.quit();
        }
        delete stopper;
    });
}

} // namespace app
