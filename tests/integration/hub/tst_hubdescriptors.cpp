// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubprocess.h"
#include "tests/support/processfigures.h"
#include "tests/support/rawclient.h"
#include "tests/support/streamreader.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using test::HubProcess;
using test::StreamReader;

namespace {

constexpr rlim_t most = 64; ///< The hub's limit of open descriptors.

/// Starts a hub that may open at most `most` descriptors.
std::unique_ptr<HubProcess> startConfined(const QString &dataDir)
{
    auto hub = std::make_unique<HubProcess>(dataDir);
    // Sets both limits, because the hub has raised the soft one to the hard one.
    const rlimit few{most, most};
    ::prlimit(static_cast<pid_t>(hub->process().processId()), RLIMIT_NOFILE, &few, nullptr);
    return hub;
}

/// Publishes a log event of the job j. Returns the status.
int publishOne(test::RawClient &publisher)
{
    publisher.send("POST /api/v1/jobs/j/events HTTP/1.1\r\nHost: localhost\r\n"
                   "Content-Length: 29\r\n\r\n{\"type\":\"log\",\"message\":\"m\"} ");
    return publisher.readAnswer().value_or(test::RawAnswer()).status;
}

using Crowd = std::vector<std::unique_ptr<StreamReader>>;

/// Opens streams of the same job.
Crowd crowdOf(rlim_t size, const QUrl &hub)
{
    Crowd crowd;
    for (rlim_t i = 0; i < size; ++i)
        crowd.push_back(std::make_unique<StreamReader>(hub, "/api/v1/events/other"));
    return crowd;
}

qsizetype servedOf(const Crowd &crowd)
{
    return std::count_if(crowd.begin(), crowd.end(),
                         [](const auto &reader) { return reader->status() == 200; });
}

} // namespace

/// `heliographd` at its limit of open descriptors.
class TestHubDescriptors : public QObject
{
    Q_OBJECT

private slots:
    void streamsGoOnAndItRecovers();
};

void TestHubDescriptors::streamsGoOnAndItRecovers()
{
    const QTemporaryDir dir;
    const auto hub = startConfined(dir.path());
    const qint64 pid = hub->process().processId();
    const qsizetype before = test::descriptorCount(pid);
    StreamReader live(hub->url(), "/api/v1/events/j");
    StreamReader pulse(hub->url(), "/api/v1/events/hub");
    QVERIFY(!live.next("hub.snapshot").isEmpty() && !pulse.next("hub.hello").isEmpty());
    test::RawClient publisher(static_cast<quint16>(hub->url().port()));
    const auto publish = [&] { return publishOne(publisher); };
    QCOMPARE(publish(), 202);

    Crowd crowd = crowdOf(2 * most, hub->url());
    QTRY_VERIFY(hub->output().contains("cannot accept connections"));
    // It may have inherited descriptors above the limit.
    QVERIFY(test::descriptorCount(pid) >= qsizetype(most));

    const qint64 busyBefore = test::processorMs(pid);
    QElapsedTimer watch;
    watch.start();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!pulse.next("hub.stats").isEmpty()); // one per second
        QCOMPARE(publish(), 202);
        QVERIFY(!live.next("log").isEmpty());
    }
    const qint64 busy = test::processorMs(pid) - busyBefore;
    QVERIFY2(busy < watch.elapsed() / 4, // a busy loop would use all of the time
             qPrintable(QStringLiteral("%1 ms of %2").arg(busy).arg(watch.elapsed())));
    QCOMPARE(hub->output().count("cannot accept connections"), 1); // one line, not five per second

    const auto served = [&] { return servedOf(crowd); };
    QVERIFY(served() > 0 && served() < qsizetype(crowd.size()));
    crowd.erase(crowd.begin(), crowd.begin() + qsizetype(most) + 30);
    QTRY_COMPARE(served(), qsizetype(crowd.size())); // waiting clients were accepted
    QTRY_VERIFY(hub->output().contains("accepts connections again"));
    crowd.clear();
    QTRY_COMPARE(test::descriptorCount(pid), before + 3);
    QCOMPARE(publish(), 202);
    QTRY_COMPARE(live.types().size(), qsizetype(5));
}

QTEST_GUILESS_MAIN(TestHubDescriptors)
#include "tst_hubdescriptors.moc"
