// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/modelhub.h"

#include "app/hub/sources.h"
#include "hub/api/api.h"
#include "hub/auth/authenticator.h"
#include "hub/http/httpserver.h"
#include "hub/store/sqlitestore.h"
#include "tests/support/hubprocess.h"
#include "tests/support/manualclock.h"

#include <QHostAddress>
#include <QTemporaryDir>

namespace model {

namespace {

using namespace std::chrono_literals;

constexpr int stopPatienceMs = 10'000;

class LibraryHub final : public ModelHub
{
public:
    ~LibraryHub() override { kill(); }

    QUrl start() override
    {
        openStore();
        hub::Hub::Options options;
        options.streams.log.events = ringEvents;
        options.streams.gatherBytes = 16 * 1024;
        options.drainSpread = 0ms;
        m_hub = std::make_unique<hub::Hub>(*m_store, m_clock, options);
        m_api.reset(new hub::Api{*m_hub, m_authenticator, std::move(*app::makeSources({}))});
        m_router = std::make_unique<hub::Router>();
        addRoutes(*m_router, *m_api);
        m_server =
            std::make_unique<hub::HttpServer>(*m_router, hub::HttpOptions{}, m_connectionClock);
        const auto port = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
        if (!port)
            qFatal("%s", qUtf8Printable(port.error().message));
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(*port));
    }
    void kill() override
    {
        m_server.reset();
        m_router.reset();
        m_api.reset();
        m_hub.reset();
        m_store.reset();
    }
    void stop() override
    {
        m_server->stopListening();
        m_server->finishConnections();
        m_hub->drain();
        if (!QTest::qWaitFor([this] { return m_server->connectionCount() == 0; }, stopPatienceMs))
            qFatal("connections stay open: %d", m_server->connectionCount());
        kill();
    }
    void moveClock(qint64 ms) override
    {
        if (ms > 0)
            m_clock.advance(ms);
        else
            m_clock.setWall(m_clock.wallMs() + ms);
    }

private:
    void openStore()
    {
        hub::StoreOptions options;
        options.path = m_dir.filePath(QStringLiteral("model.db"));
        options.retention.events = historyEvents;
        options.retention.eventsPerJob = historyPerJob;
        options.sweepPause = 1ms;
        options.sweepInterval = 20ms;
        auto store = hub::SqliteStore::open(options, m_clock);
        if (!store)
            qFatal("%s", qUtf8Printable(store.error().message));
        m_store = std::move(*store);
    }

    QTemporaryDir m_dir;
    test::ManualClock m_clock;
    const hub::SystemClock m_connectionClock; ///< Connections last while a test moves m_clock.
    hub::Authenticator m_authenticator{&m_clock};
    std::unique_ptr<hub::SqliteStore> m_store;
    std::unique_ptr<hub::Hub> m_hub;
    std::unique_ptr<hub::Api> m_api;
    std::unique_ptr<hub::Router> m_router;
    std::unique_ptr<hub::HttpServer> m_server;
};

class DaemonHub final : public ModelHub
{
public:
    DaemonHub()
    {
        qputenv("HELIOGRAPH_LIMITS_RING_EVENTS", QByteArray::number(ringEvents));
        qputenv("HELIOGRAPH_LIMITS_HISTORY_EVENTS", QByteArray::number(historyEvents));
        qputenv("HELIOGRAPH_LIMITS_HISTORY_PER_JOB", QByteArray::number(historyPerJob));
    }
    ~DaemonHub() override
    {
        for (const char *name : {"RING_EVENTS", "HISTORY_EVENTS", "HISTORY_PER_JOB"})
            qunsetenv((QByteArray("HELIOGRAPH_LIMITS_") + name).constData());
    }

    QUrl start() override
    {
        m_process = std::make_unique<test::HubProcess>(m_dir.path());
        return m_process->url();
    }
    void kill() override
    {
        m_process->process().kill();
        waitForExit();
    }
    void stop() override
    {
        m_process->process().terminate();
        waitForExit();
    }
    void moveClock(qint64) override { }

private:
    void waitForExit()
    {
        if (!m_process->waitForExit(stopPatienceMs))
            qFatal("heliographd does not end: %s", m_process->output().constData());
    }

    QTemporaryDir m_dir;
    std::unique_ptr<test::HubProcess> m_process;
};

} // namespace

std::unique_ptr<ModelHub> makeLibraryHub()
{
    return std::make_unique<LibraryHub>();
}

std::unique_ptr<ModelHub> makeDaemonHub()
{
    return std::make_unique<DaemonHub>();
}

} // namespace model
