// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/client/holdingproxy.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"
#include "ui/client/hubapi.h"
#include "ui/client/hubfeed.h"
#include "ui/client/joblink.h"
#include "ui/client/jobsubscriptions.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace test;
using namespace ui;

namespace {

/// Publishes one event and returns its id as written on the wire.
QByteArray publish(const QUrl &hub, const QByteArray &job, const QByteArray &body)
{
    const HttpAnswer answer = httpCall(hub, "POST", "/api/v1/jobs/" + job + "/events", body);
    return answer.json().value(QLatin1String("event_id")).toString().toUtf8();
}

QByteArray progress(int percent)
{
    return R"({"type":"progress","progress":)" + QByteArray::number(percent) + '}';
}

/// Makes restarts listen on the same port again.
void pinPort(HubRunner &hub)
{
    hub.config().listen = QStringList{QStringLiteral("127.0.0.1:%1").arg(hub.url().port())};
}

LinkTimings quick()
{
    LinkTimings timings;
    timings.stream.firstBackoff = 10ms;
    timings.stream.mostBackoff = 50ms;
    timings.stream.watchdog = 300ms;
    timings.poll.shortest = 20ms;
    timings.poll.longest = 50ms;
    timings.poll.firstStreamRetry = 100ms;
    timings.poll.longestStreamRetry = 200ms;
    return timings;
}

/// Collects what a JobLink reports: the status of each job and the id of every event.
struct Listener
{
    QHash<QByteArray, hub::JobStatus> statuses;
    QByteArrayList events;
    int gaps = 0;

    explicit Listener(JobLink *link)
    {
        const auto take = [this](const QList<hub::Job> &jobs) {
            for (const hub::Job &job : jobs)
                statuses.insert(job.id, job.status);
        };
        QObject::connect(link, &JobLink::snapshotReceived, link, take);
        QObject::connect(link, &JobLink::jobsPolled, link, take);
        QObject::connect(link, &JobLink::gapReceived, link, [this] { ++gaps; });
        QObject::connect(link, &JobLink::eventReceived, link, [this](const JobEvent &event) {
            events << event.id;
            if (const auto status = hub::statusOf(event.delta.type))
                statuses.insert(event.delta.jobId, *status);
        });
    }
};

} // namespace

/// The client library against a real hub.
class TestClientWithHub : public QObject
{
    Q_OBJECT

private slots:
    void seesEveryEventOnceThroughARestart();
    void pollsThroughAProxyAndReturns();
    void subscribesToJobs();
    void watchesTheHub();
    void readsHistory();
};

void TestClientWithHub::seesEveryEventOnceThroughARestart()
{
    HubRunner hub;
    pinPort(hub);
    publish(hub.url(), "old", R"({"type":"completed"})");
    QNetworkAccessManager network;
    JobLink link(&network);
    link.setTimings(quick());
    Listener listener(&link);
    link.start(hub.url());
    QTRY_COMPARE(listener.statuses.value("old"), hub::JobStatus::Completed);

    QByteArrayList published;
    for (int i = 1; i <= 20; ++i) {
        published << publish(hub.url(), "a", R"({"type":"log","message":"x"})");
        if (i % 7 == 0) {
            hub.restart();
            published << publish(hub.url(), "a",
                                 progress(i)); // most likely before the link has reconnected
        }
    }
    published << publish(hub.url(), "a", R"({"type":"completed"})");
    QTRY_COMPARE(listener.events.isEmpty() ? QByteArray() : listener.events.last(),
                 published.last());
    QCOMPARE(listener.events, published);
    QCOMPARE(listener.gaps, 0);
}

void TestClientWithHub::pollsThroughAProxyAndReturns()
{
    HubRunner hub;
    HoldingProxy proxy(hub.url());
    publish(hub.url(), "a", progress(1));
    QNetworkAccessManager network;
    JobLink link(&network);
    link.setTimings(quick());
    Listener listener(&link);
    proxy.holdStreams(true);
    link.start(proxy.url());
    QTRY_COMPARE_WITH_TIMEOUT(link.status().state, LinkState::Polling, 20'000);
    QCOMPARE(listener.statuses.value("a"), hub::JobStatus::Processing);
    publish(hub.url(), "a", R"({"type":"completed"})");
    publish(hub.url(), "b", R"({"type":"processing"})");
    QTRY_COMPARE(listener.statuses.value("a"), hub::JobStatus::Completed);
    QTRY_COMPARE(listener.statuses.value("b"), hub::JobStatus::Processing);
    QVERIFY(listener.events.isEmpty());

    proxy.holdStreams(false);
    QTRY_COMPARE_WITH_TIMEOUT(link.status().state, LinkState::Live, 20'000);
    const QByteArray failed = publish(hub.url(), "b", R"({"type":"failed"})");
    // Events that polling already reported do not come again.
    QTRY_COMPARE(listener.events, QByteArrayList{failed});
    QCOMPARE(listener.gaps, 0);
    QVERIFY(proxy.heldStreams() >= 1);
}

void TestClientWithHub::subscribesToJobs()
{
    HubRunner hub;
    pinPort(hub);
    publish(hub.url(), "ended", R"({"type":"failed","error":{"message":"boom"}})");
    QNetworkAccessManager network;
    JobSubscriptions jobs(&network, hub.url());
    jobs.setTimings(quick().stream);
    QByteArrayList told;
    const auto handlers = [&](const QByteArray &name) {
        return JobHandlers{
            [&told, name](const JobEvent &event) {
                told << name + ' ' + hub::toString(event.delta.type);
            },
            [&told, name](const JobEvent &) { told << name + " completed"; },
            [&told, name](hub::JobStatus status, const JobEvent &) {
                told << name + " failed: " + hub::toString(status);
            },
        };
    };
    const auto a = jobs.subscribe("a", handlers("a"));
    QTRY_COMPARE(jobs.status().state, LinkState::Live);
    publish(hub.url(), "a", progress(10));
    QTRY_VERIFY(told.contains("a progress"));
    const auto ended = jobs.subscribe("ended", handlers("ended"));
    const auto later = jobs.subscribe("later", handlers("later"));
    QTRY_VERIFY(told.contains("ended failed: failed"));
    hub.restart();
    publish(hub.url(), "later", R"({"type":"cancelled"})");
    publish(hub.url(), "a", R"({"type":"completed"})");
    QTRY_VERIFY(told.contains("a completed") && told.contains("later failed: cancelled"));
    QCOMPARE(told.count("a completed"), 1);
    QCOMPARE(told.count("ended failed: failed"), 1);
    QTRY_COMPARE(jobs.status().state, LinkState::Stopped); // because all its jobs have ended
}

void TestClientWithHub::watchesTheHub()
{
    HubRunner hub;
    QNetworkAccessManager network;
    HubFeed feed(&network);
    QSignalSpy stats(&feed, &HubFeed::statsReceived);
    QSignalSpy lists(&feed, &HubFeed::connectionsReceived);
    QSignalSpy opened(&feed, &HubFeed::connectionOpened);
    QSignalSpy closed(&feed, &HubFeed::connectionClosed);
    feed.start(hub.url());
    QTRY_VERIFY(!lists.isEmpty());
    const auto list = lists.first().first().value<QList<ConnectionInfo>>();
    QCOMPARE(list.size(), 1); // the feed's own stream
    QCOMPARE(list.first().scope, QByteArray("hub"));
    QVERIFY(list.first().openedMs > 0);
    QVERIFY(list.first().userAgent.startsWith(QStringLiteral("Heliograph/")));

    JobLink link(&network);
    link.start(hub.url());
    const auto isJobs = [](const QList<QVariant> &arguments) {
        return arguments.first().value<ConnectionInfo>().scope == "jobs";
    };
    QTRY_VERIFY(std::any_of(opened.cbegin(), opened.cend(), isJobs));
    const auto it = std::find_if(opened.cbegin(), opened.cend(), isJobs);
    const qint64 id = it->first().value<ConnectionInfo>().id;
    link.stop();
    QTRY_VERIFY(std::any_of(closed.cbegin(), closed.cend(), [id](const QList<QVariant> &arguments) {
        return arguments.first().toLongLong() == id;
    }));
    QTRY_VERIFY(!stats.isEmpty());
    QVERIFY(stats.last().first().value<HubFigures>().storeHealthy);
}

void TestClientWithHub::readsHistory()
{
    HubRunner hub;
    publish(hub.url(), "a", progress(10));
    publish(hub.url(), "b", progress(10));
    publish(hub.url(), "a", R"({"type":"log","message":"half"})");
    const QByteArray running = publish(hub.url(), "b", progress(20));
    const QByteArray last = publish(hub.url(), "a", R"({"type":"completed"})");
    QNetworkAccessManager network;
    HubApi api(&network, hub.url());
    const auto history = [&](const QByteArray &job) {
        std::optional<QList<JobEvent>> events;
        api.history(job, this, [&events](const hub::Result<QList<JobEvent>> &answer) {
            events = answer ? *answer : QList<JobEvent>();
        });
        (void)QTest::qWaitFor([&events] { return events.has_value(); }, 10'000);
        return events.value_or(QList<JobEvent>());
    };
    const QList<JobEvent> ended = history("a");
    QCOMPARE(ended.size(), 3);
    QCOMPARE(ended.first().delta.type, hub::EventType::Progress);
    QCOMPARE(ended.last().id, last);
    QCOMPARE(history("b").last().id, running); // returns although job b has not ended
    QVERIFY(history("unknown").isEmpty());
}

QTEST_GUILESS_MAIN(TestClientWithHub)
#include "tst_clientwithhub.moc"
