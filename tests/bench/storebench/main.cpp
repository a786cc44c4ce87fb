// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"
#include "hub/store/sqlitestore.h"
#include "tests/bench/storebench/workload.h"
#include "tests/bench/storebench/writers.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

namespace bench {

namespace {

using namespace hub;

struct Settings
{
    int writers = 8;
    int jobs = 100;
    std::chrono::milliseconds time{5'000};
    StoreOptions store;
};

std::unique_ptr<SqliteStore> openStore(const Settings &settings, const Clock &clock)
{
    auto opened = SqliteStore::open(settings.store, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(*opened);
}

void publishes(Store &store, const Settings &settings)
{
    Meter meter(settings.store.path);
    Writers writers(meter, [&](qint64 n, Writers::Done done) {
        store.publish(logLine(n, settings.jobs), counting<Published>(std::move(done)));
        return true;
    });
    meter.report("publishes", writers.run(settings.writers, settings.time));
}

void batches(Store &store, const Settings &settings)
{
    constexpr int size = 1'000;
    Meter meter(settings.store.path);
    Writers writers(meter, [&](qint64 n, Writers::Done done) {
        store.publishBatch(batchOf(n * size, size, settings.jobs),
                           counting<PublishedBatch>(std::move(done)));
        return true;
    });
    meter.report("batches", writers.run(1, settings.time));
}

void webhooks(Store &store, const Settings &settings)
{
    constexpr qint64 most = 50'000;
    Meter creating(settings.store.path);
    Writers creators(creating, [&](qint64 n, Writers::Done done) {
        if (n < most)
            store.create(jobWithExternalId(n), counting<Created>(std::move(done)));
        return n < most;
    });
    const qint64 jobs = creators.run(4 * settings.writers, settings.time);
    creating.report("creates", jobs);
    Meter meter(settings.store.path);
    Writers writers(meter, [&](qint64 n, Writers::Done done) {
        if (n < jobs)
            store.deliver(completionOf(n), counting<Delivered>(std::move(done)));
        return n < jobs;
    });
    meter.report("webhooks", writers.run(settings.writers, settings.time));
}

/// Reads the history from its beginning, page after page as a stream does; at most 200 pages of 1
/// 000 events.
void replay(Store &store, const Settings &settings)
{
    constexpr int pages = 200;
    constexpr int pageEvents = 1'000;
    Meter meter(settings.store.path);
    QEventLoop loop;
    QElapsedTimer time;
    qint64 events = 0;
    int left = pages;
    std::function<void(EventId)> read = [&](EventId after) {
        time.start();
        store.eventsAfter({}, after, pageEvents, [&](const Result<EventPage> &page) {
            if (!page)
                qFatal("%s", qPrintable(page.error().message));
            meter.addLatency(time.nsecsElapsed());
            events += static_cast<qint64>(page->events.size());
            if (--left > 0 && !page->events.empty())
                read(page->events.back().id);
            else
                loop.quit();
        });
    };
    read({});
    loop.exec();
    meter.report("replay", events);
}

/// Measures how long it takes to open an existing database.
void open(const Settings &settings, const Clock &clock)
{
    Meter meter(settings.store.path);
    QElapsedTimer time;
    time.start();
    const auto store = openStore(settings, clock);
    meter.addLatency(time.nsecsElapsed());
    meter.report("open", 1);
}

void run(const QStringList &scenarios, const Settings &settings)
{
    const SystemClock clock;
    {
        const auto store = openStore(settings, clock);
        const auto has = [&](const char *name) {
            return scenarios.isEmpty() || scenarios.contains(QLatin1String(name));
        };
        if (has("publishes"))
            publishes(*store, settings);
        if (has("batches"))
            batches(*store, settings);
        if (has("webhooks"))
            webhooks(*store, settings);
        if (has("replay"))
            replay(*store, settings);
    }
    open(settings, clock);
    std::printf(R"({"database_bytes":%lld})"
                "\n",
                static_cast<long long>(QFileInfo(settings.store.path).size()));
}

} // namespace

} // namespace bench

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures the store alone, without HTTP. One line of JSON per scenario."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("folder"), QStringLiteral("Folder for a temporary database."),
          QStringLiteral("path"), QStringLiteral("/var/tmp")},
         {QStringLiteral("database"), QStringLiteral("Use this database file and keep it."),
          QStringLiteral("path")},
         {QStringLiteral("writers"), QStringLiteral("Number of concurrent writes."),
          QStringLiteral("count"), QStringLiteral("8")},
         {QStringLiteral("jobs"), QStringLiteral("Number of jobs."), QStringLiteral("count"),
          QStringLiteral("100")},
         {QStringLiteral("kept"), QStringLiteral("Events to keep; older ones are removed."),
          QStringLiteral("count"), QStringLiteral("100000000")},
         {QStringLiteral("seconds"), QStringLiteral("Seconds for each scenario."),
          QStringLiteral("s"), QStringLiteral("5")}});
    parser.addPositionalArgument(QStringLiteral("scenario"),
                                 QStringLiteral("publishes, batches, webhooks, replay; all."),
                                 QStringLiteral("[scenario…]"));
    parser.process(application);
    const QTemporaryDir folder(parser.value(QStringLiteral("folder"))
                               + QStringLiteral("/storebench-XXXXXX"));
    bench::Settings settings;
    settings.writers = std::max(1, parser.value(QStringLiteral("writers")).toInt());
    settings.jobs = std::max(1, parser.value(QStringLiteral("jobs")).toInt());
    settings.time = std::chrono::seconds(parser.value(QStringLiteral("seconds")).toInt());
    settings.store.retention.events = parser.value(QStringLiteral("kept")).toLongLong();
    settings.store.path = parser.isSet(QStringLiteral("database"))
                              ? parser.value(QStringLiteral("database"))
                              : folder.filePath(QStringLiteral("hub.db"));
    bench::run(parser.positionalArguments(), settings);
    return 0;
}
