// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedserver.h"
#include "tests/unit/client/frames.h"
#include "ui/client/jobsubscriptions.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace std::chrono_literals;
using namespace test::frames;
using namespace ui;

namespace {

/// Subscriptions at a scripted hub, and a record of the handlers' calls as words, in order.
struct Fixture
{
    ScriptedServer server;
    QNetworkAccessManager network;
    std::unique_ptr<JobSubscriptions> jobs;
    QByteArrayList told;
    std::function<void(int request, int nth)> onStream = [](int, int) {};
    std::function<void(int request, const QByteArray &path)> onJob = [](int, const QByteArray &) {};
    int streams = 0;

    Fixture()
    {
        jobs = std::make_unique<JobSubscriptions>(&network, server.url());
        StreamTimings timings;
        timings.firstBackoff = 5ms;
        timings.mostBackoff = 20ms;
        jobs->setTimings(timings);
        server.respond([this](int n, const ScriptedRequest &request) {
            if (request.path() == "/api/v1/events")
                onStream(n, streams++);
            else
                onJob(n, request.path());
        });
    }

    JobHandlers handlers(const QByteArray &name)
    {
        return {[this, name](const JobEvent &event) {
                    told << name + " progress " + hub::toString(event.delta.type) + ' ' + event.id;
                },
                [this, name](const JobEvent &event) { told << name + " completed " + event.id; },
                [this, name](hub::JobStatus status, const JobEvent &event) {
                    told << name + " failed " + hub::toString(status) + ' ' + event.id;
                },
                [this, name](const LinkStatus &status) {
                    told << name + " disconnected " + status.reason.toUtf8();
                }};
    }
    /// The number of calls whose text contains `words`.
    qsizetype count(const char *words) const
    {
        return std::count_if(told.cbegin(), told.cend(),
                             [words](const QByteArray &line) { return line.contains(words); });
    }
    QByteArray query(int stream) const
    {
        const int request = server.requestsFor("/api/v1/events").at(stream);
        return server.request(request).target.mid(15);
    }
    QByteArray cursor(int stream) const
    {
        const int request = server.requestsFor("/api/v1/events").at(stream);
        return server.request(request).headers.value("last-event-id");
    }
};

} // namespace

class TestJobSubscriptions : public QObject
{
    Q_OBJECT

private slots:
    void severalHandlersShareOneStream();
    void tellsEveryWayToFail_data();
    void tellsEveryWayToFail();
    void reportsJobsThatHadEnded();
    void addsAJobWithoutLosingEvents();
    void asksAgainForTheState();
    void tellsTheLossOnce();
    void handlersMayDoAnything();
    void handlersMayDestroyIt();
    void refusesImpossibleIds();
    void manyJobsFitInOneStream();
    void closesTheStreamWithTheLast();
};

void TestJobSubscriptions::severalHandlersShareOneStream()
{
    Fixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request, hello() + snapshot("e1.5-0") + jobEvent("e1.6-0", "a", "progress")
                                     + jobEvent("e1.7-0", "b", "progress")
                                     + jobEvent("e1.8-0", "a", "completed")
                                     + jobEvent("e1.9-0", "c", "completed"));
    };
    const auto one = f.jobs->subscribe("a", f.handlers("one"));
    auto two = f.jobs->subscribe("a", f.handlers("two"));
    const auto three = f.jobs->subscribe("b", f.handlers("three"));
    auto gone = f.jobs->subscribe("a", f.handlers("gone"));
    gone.unsubscribe();
    QTRY_COMPARE(f.told,
                 QByteArrayList({"one progress progress e1.6-0", "two progress progress e1.6-0",
                                 "three progress progress e1.7-0", "one completed e1.8-0",
                                 "two completed e1.8-0"}));
    QCOMPARE(f.streams, 1);
    QCOMPARE(f.query(0), QByteArray("job=a&job=b"));
}

void TestJobSubscriptions::tellsEveryWayToFail_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : {"failed", "cancelled", "timed_out", "lost"})
        QTest::newRow(type) << QByteArray(type);
}

void TestJobSubscriptions::tellsEveryWayToFail()
{
    QFETCH(QByteArray, type);
    Fixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request, hello() + snapshot("e1.5-0") + jobEvent("e1.6-0", "a", type));
    };
    const auto handle = f.jobs->subscribe("a", f.handlers("it"));
    QTRY_COMPARE(f.told, QByteArrayList({"it failed " + type + " e1.6-0"}));
}

void TestJobSubscriptions::reportsJobsThatHadEnded()
{
    Fixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request, hello()
                                     + snapshot("e1.5-0", {job("a", "failed", "e1.4-0"),
                                                           job("b", "processing", "e1.5-0")}));
    };
    const auto a = f.jobs->subscribe("a", f.handlers("a"));
    const auto b = f.jobs->subscribe("b", f.handlers("b"));
    QTRY_COMPARE(f.told,
                 QByteArrayList({"a failed failed e1.4-0", "b progress processing e1.5-0"}));
}

void TestJobSubscriptions::addsAJobWithoutLosingEvents()
{
    Fixture f;
    f.onStream = [&](int request, int nth) {
        f.server.stream(request, nth == 0 ? hello() + snapshot("e1.5-0")
                                                + jobEvent("e1.6-0", "a", "progress")
                                          : hello("replayed") + jobEvent("e1.7-0", "b", "progress")
                                                + jobEvent("e1.8-0", "a", "progress"));
    };
    f.onJob = [&](int request, const QByteArray &path) {
        if (path == "/api/v1/jobs/b") {
            f.server.answer(request, 200, "application/json", job("b", "processing", "e1.7-0"));
        } else {
            f.server.answer(request, 200, "application/json", job("c", "completed", "e1.2-0"));
        }
    };
    const auto a = f.jobs->subscribe("a", f.handlers("a"));
    QTRY_COMPARE(f.told.size(), 1);
    const auto b = f.jobs->subscribe("b", f.handlers("b"));
    const auto c = f.jobs->subscribe("c", f.handlers("c"));
    QTRY_VERIFY(f.told.contains("c completed e1.2-0")); // it had ended before the cursor
    QTRY_VERIFY(f.told.contains("a progress progress e1.8-0"));
    QCOMPARE(f.count("b progress"), 1); // by its state or by its event, but not by both
    QCOMPARE(f.count("disconnected"), 0);
    QCOMPARE(f.cursor(1), QByteArray("e1.6-0"));
    QCOMPARE(f.query(1), QByteArray("job=a&job=b&job=c"));
}

void TestJobSubscriptions::asksAgainForTheState()
{
    Fixture f;
    f.onStream = [&](int request, int nth) {
        f.server.stream(request, nth == 0 ? hello() + snapshot("e1.5-0") : hello("replayed"));
    };
    int asked = 0;
    f.onJob = [&](int request, const QByteArray &) {
        if (++asked == 1)
            f.server.answer(request, 503, {}, {});
        else
            f.server.answer(request, 200, "application/json", job("b", "completed", "e1.2-0"));
    };
    const auto a = f.jobs->subscribe("a", f.handlers("a"));
    QTRY_VERIFY(f.streams == 1 && f.jobs->wasLive());
    const auto b = f.jobs->subscribe("b", f.handlers("b"));
    QTRY_COMPARE(f.told, QByteArrayList({"b completed e1.2-0"}));
}

void TestJobSubscriptions::tellsTheLossOnce()
{
    Fixture f;
    f.onStream = [&](int request, int nth) {
        f.server.stream(request, nth == 0 ? hello() + snapshot("e1.5-0") : hello("replayed"));
    };
    const auto a = f.jobs->subscribe("a", f.handlers("a"));
    QTRY_VERIFY(f.jobs->wasLive());
    f.server.stopListening();
    QTRY_VERIFY(f.jobs->status().attempt > 3);
    QCOMPARE(f.count("disconnected"), 1);
    QVERIFY(f.server.listenAgain());
    QTRY_COMPARE(f.jobs->status().state, LinkState::Live);
    f.server.stopListening();
    QTRY_COMPARE(f.count("disconnected"), 2);
}

void TestJobSubscriptions::handlersMayDoAnything()
{
    Fixture f;
    f.onStream = [&](int request, int nth) {
        f.server.stream(
            request, nth == 0 ? hello() + snapshot("e1.5-0") + jobEvent("e1.6-0", "a", "progress")
                                    + jobEvent("e1.7-0", "a", "progress")
                              : hello("replayed") + jobEvent("e1.8-0", "b", "completed"));
    };
    f.onJob = [&](int request, const QByteArray &) {
        f.server.answer(request, 404, "application/problem+json", R"({"code":"unknown_job"})");
    };
    JobSubscriptions::Handle first;
    JobSubscriptions::Handle second;
    JobHandlers handlers = f.handlers("a");
    handlers.onProgress = [&](const JobEvent &event) {
        f.told << event.id;
        first.unsubscribe();
        second = f.jobs->subscribe("b", f.handlers("b"));
    };
    first = f.jobs->subscribe("a", handlers);
    QTRY_COMPARE(f.told, QByteArrayList({"e1.6-0", "b completed e1.8-0"}));
}

void TestJobSubscriptions::handlersMayDestroyIt()
{
    Fixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request, hello() + snapshot("e1.5-0", {job("a", "completed", "e1.4-0")}));
    };
    JobHandlers handlers;
    handlers.onCompleted = [&](const JobEvent &) { f.jobs.reset(); };
    const auto one = f.jobs->subscribe("a", handlers);
    const auto two = f.jobs->subscribe("a", f.handlers("two"));
    QTRY_VERIFY(!f.jobs);
    QTRY_VERIFY(!f.server.isOpen(0));
    QCOMPARE(f.told, QByteArrayList());
}

void TestJobSubscriptions::refusesImpossibleIds()
{
    Fixture f;
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("not subscribed: invalid job id")));
    const auto handle = f.jobs->subscribe("a b", f.handlers("it"));
    f.onStream = [&](int request, int) { f.server.stream(request, hello()); };
    const auto other = f.jobs->subscribe("ok", f.handlers("ok"));
    QTRY_COMPARE(f.streams, 1);
    QCOMPARE(f.query(0), QByteArray("job=ok"));
}

void TestJobSubscriptions::manyJobsFitInOneStream()
{
    Fixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request, hello() + snapshot("e1.5-0")
                                     + jobEvent("e1.6-0", "stranger", "completed")
                                     + jobEvent("e1.7-0", "job-1999", "completed"));
    };
    std::vector<JobSubscriptions::Handle> handles;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray id = "job-" + QByteArray::number(i);
        handles.push_back(f.jobs->subscribe(id, f.handlers(id)));
    }
    QTRY_COMPARE(f.told, QByteArrayList({"job-1999 completed e1.7-0"}));
    // A stream of all jobs, filtered by the client, because the list is too long for a request.
    QCOMPARE(f.query(0), QByteArray());
    QCOMPARE(f.streams, 1);
}

void TestJobSubscriptions::closesTheStreamWithTheLast()
{
    Fixture f;
    f.onStream = [&](int request, int) { f.server.stream(request, hello() + snapshot("e1.5-0")); };
    {
        const auto handle = f.jobs->subscribe("a", f.handlers("a"));
        QTRY_COMPARE(f.jobs->status().state, LinkState::Live);
    }
    QTRY_COMPARE(f.jobs->status().state, LinkState::Stopped);
    QTRY_VERIFY(!f.server.isOpen(0));
}

QTEST_GUILESS_MAIN(TestJobSubscriptions)
#include "tst_jobsubscriptions.moc"
