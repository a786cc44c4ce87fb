// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/unit/client/frames.h"
#include "tests/unit/client/linkfixture.h"

#include <QTest>

using namespace test;
using namespace test::frames;

class TestJobLink : public QObject
{
    Q_OBJECT

private slots:
    void tellsSnapshotAndEvents();
    void readsRunningJobsThatASnapshotLacks();
    void continuesFromItsCursor();
    void skipsWhatIsBroken();
    void dropsWhatWasHere();
    void showsGapsAndNewHistories();
    void keepsEventsBetweenGapAndSnapshot();
    void staysAwayWhenToldTo();
    void comesBackWhenRefused();
    void resyncsWithASnapshot();
    void fallsBackAndReturns_data();
    void fallsBackAndReturns();
    void triesToStreamLessAndLessOften();
    void pollsASnapshotWhenNothingIsKnown();
    void readsOnlyPagesWithChanges();
    void sendsTheETag();
    void leavesPollingWhenThePollFails();
    void stopsPollingOnFinalAnswers();
    void stopsForGood();
};

void TestJobLink::tellsSnapshotAndEvents()
{
    LinkFixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request,
                        hello() + snapshot("e1.5-0", {job("a", "processing", "e1.5-0")}, "true")
                            + jobEvent("e1.6-0", "a", "completed") + ": beat\nid: e1.9-0\n\n");
    };
    f.link.start(f.server.url());
    QTRY_COMPARE(f.told, QByteArrayList({"snapshot e1.5-0 a …", "event e1.6-0"}));
    QCOMPARE(f.states, QList({LinkState::Connecting, LinkState::Live}));
    QTRY_COMPARE(f.link.lastEventId(), QByteArray("e1.9-0"));
    QVERIFY(f.link.lastByteTime() > 0ms);
}

void TestJobLink::readsRunningJobsThatASnapshotLacks()
{
    LinkFixture f;
    f.onStream = [&](int request, int nth) {
        const bool hasAllRunning = nth > 0;
        QByteArrayList jobs{job("a", "processing", "e1.5-0")};
        if (hasAllRunning)
            jobs << job("z", "completed", "e1.1-0");
        f.server.stream(request, hello() + snapshot("e1.5-0", jobs, "true"));
    };
    f.onJobs = [&](int request, int nth) {
        f.answerJobs(request, nth == 0 ? page("e1.6-0", {job("b", "queued", "e1.4-0")}, "e1.4-0")
                                       : page("e1.6-0", {job("c", "processing", "e1.3-0")}));
    };
    f.link.start(f.server.url());
    QTRY_COMPARE(f.told, QByteArrayList({"snapshot e1.5-0 a …", "polled  b", "polled  c"}));
    QCOMPARE(f.state(), LinkState::Live);
    QCOMPARE(f.link.lastEventId(), QByteArray("e1.5-0"));
    const auto asked = f.server.requestsFor(jobsPath);
    QVERIFY(f.server.request(asked.at(0)).target.contains("status=queued,processing"));
    QVERIFY(f.server.request(asked.at(1)).target.contains("cursor=e1.4-0"));

    f.link.resync();
    QTRY_COMPARE(f.told.last(), QByteArray("snapshot e1.5-0 a z …"));
    QCOMPARE(f.server.requestsFor(jobsPath).size(), 2);
}

void TestJobLink::continuesFromItsCursor()
{
    LinkFixture f;
    f.onStream = [&](int request, int nth) {
        f.server.stream(request, hello("replayed")
                                     + jobEvent(nth == 0 ? "e1.6-0" : "e1.6-1", "a", "progress"));
        if (nth == 0)
            f.server.close(request);
    };
    f.link.start(f.server.url(), "e1.5-0");
    QTRY_COMPARE(f.told, QByteArrayList({"event e1.6-0", "event e1.6-1"}));
    QCOMPARE(f.cursorOfStream(0), QByteArray("e1.5-0"));
    QCOMPARE(f.cursorOfStream(1), QByteArray("e1.6-0"));
}

void TestJobLink::skipsWhatIsBroken()
{
    LinkFixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request, hello() + frame("progress", "{broken", "e1.1-0")
                                     + frame("progress", "[1]", "e1.2-0")
                                     + frame("progress", R"({"status":"x"})", "e1.3-0")
                                     + jobEvent("not-an-id", "a", "progress")
                                     + frame("brand.new", R"({"job_id":"a"})", "e1.4-0")
                                     + jobEvent("e1.5-0", "a", "progress"));
    };
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("not a JSON object.*e1.1-0")));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("not a JSON object.*e1.2-0")));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("no valid event id or job id.*e1.3-0")));
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(QStringLiteral("no valid event id or job id.*not-an-id")));
    f.link.start(f.server.url());
    QTRY_COMPARE(f.told, QByteArrayList({"event e1.5-0"}));
    QCOMPARE(f.state(), LinkState::Live);
}

void TestJobLink::dropsWhatWasHere()
{
    LinkFixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request, hello("replayed") + jobEvent("e1.5-0", "a", "progress")
                                     + jobEvent("e1.4-9", "a", "progress")
                                     + jobEvent("e1.5-1", "a", "progress")
                                     + jobEvent("e1.5-1", "a", "progress")
                                     + jobEvent("e1.10-0", "a", "progress"));
    };
    f.link.start(f.server.url(), "e1.5-0");
    QTRY_COMPARE(f.told, QByteArrayList({"event e1.5-1", "event e1.10-0"}));
}

void TestJobLink::showsGapsAndNewHistories()
{
    LinkFixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(
            request,
            hello("gap", "e2")
                + frame("hub.gap",
                        R"({"requested":"e1.50-0","resumed_from":"e2.3-0","reason":"epoch"})")
                + snapshot("e2.3-0") + jobEvent("e2.4-0", "a", "queued"));
    };
    f.link.start(f.server.url(), "e1.50-0");
    QTRY_COMPARE(f.told, QByteArrayList({"epoch e2", "gap e1.50-0 e2.3-0 epoch", "snapshot e2.3-0",
                                         "event e2.4-0"}));
    QCOMPARE(f.link.lastEventId(), QByteArray("e2.4-0"));
}

void TestJobLink::keepsEventsBetweenGapAndSnapshot()
{
    LinkFixture f;
    f.onStream = [&](int request, int) {
        // The snapshot is newer than the history that is left, so it has no id.
        const QByteArray ahead =
            frame("hub.snapshot", R"({"as_of":"e1.9-0","jobs":[],"truncated":false})");
        f.server.stream(
            request,
            hello("gap")
                + frame("hub.gap",
                        R"({"requested":"e1.1-0","resumed_from":"e1.7-0","reason":"evicted"})")
                + ahead + jobEvent("e1.8-0", "a", "progress")
                + jobEvent("e1.9-0", "a", "progress"));
    };
    f.link.start(f.server.url(), "e1.1-0");
    QTRY_COMPARE(f.told, QByteArrayList({"gap e1.1-0 e1.7-0 evicted", "snapshot e1.9-0",
                                         "event e1.8-0", "event e1.9-0"}));
}

void TestJobLink::staysAwayWhenToldTo()
{
    LinkFixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(
            request,
            hello()
                + frame("hub.closing", R"({"reason":"evicted","reconnect":false,"retry_ms":1})"));
        f.server.close(request);
    };
    f.link.start(f.server.url());
    QTRY_COMPARE(f.state(), LinkState::StoppedByHub);
    QCOMPARE(f.link.status().reason, QStringLiteral("closed by the hub: evicted"));
    f.link.retryNow();
    QTRY_COMPARE(f.server.count(), 2);
}

void TestJobLink::comesBackWhenRefused()
{
    LinkFixture f;
    f.onStream = [&](int request, int) {
        f.server.stream(request,
                        frame("hub.refused", R"({"bucket":"stream_starts","retry_ms":60000})"));
        f.server.close(request);
    };
    f.link.start(f.server.url());
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QCOMPARE(f.link.status().reason, QStringLiteral("refused by the hub: stream_starts"));
    QCOMPARE(f.link.status().retryIn, 60s);
}

void TestJobLink::resyncsWithASnapshot()
{
    LinkFixture f;
    f.onStream = [&](int request, int) { f.server.stream(request, hello() + snapshot("e1.5-0")); };
    f.link.start(f.server.url(), "e1.4-0");
    QTRY_COMPARE(f.told.size(), 1);
    f.link.resync();
    QTRY_COMPARE(f.told.size(), 2);
    QCOMPARE(f.cursorOfStream(0), QByteArray("e1.4-0"));
    QCOMPARE(f.cursorOfStream(1), QByteArray());
}

void TestJobLink::fallsBackAndReturns_data()
{
    QTest::addColumn<bool>("headers");
    QTest::newRow("body held back") << true;
    QTest::newRow("headers held back") << false;
}

void TestJobLink::fallsBackAndReturns()
{
    QFETCH(bool, headers);
    LinkFixture f;
    f.impatient();
    bool flows = false;
    f.onStream = [&](int request, int) {
        if (flows)
            f.server.stream(request, hello("replayed") + jobEvent("e1.8-0", "a", "progress")
                                         + jobEvent("e1.9-0", "a", "completed"));
        else if (headers)
            f.server.stream(request);
    };
    f.onJobs = [&](int request, int nth) {
        f.answerJobs(request, nth == 0 ? page("e1.7-0", {job("b", "queued", "e1.7-0"),
                                                         job("a", "queued", "e1.5-0")})
                                       : page("e1.8-0", {job("a", "processing", "e1.8-0")}));
        flows = nth >= 2;
    };
    f.link.start(f.server.url(), "e1.5-0");
    // The state may change again before it is checked.
    QTRY_VERIFY(f.states.contains(LinkState::Polling));
    QTRY_COMPARE_WITH_TIMEOUT(f.state(), LinkState::Live, 20'000);
    QTRY_VERIFY(f.told.contains("event e1.9-0"));
    // Job a was known and event 8 was in the second poll. Each change is reported once.
    QCOMPARE(f.told, QByteArrayList({"polled e1.7-0 b", "polled e1.8-0 a", "event e1.9-0"}));
    const auto polls = f.server.requestsFor(jobsPath).size();
    f.server.send(f.server.requestsFor(streamPath).last(), jobEvent("e1.10-0", "b", "progress"));
    QTRY_VERIFY(f.told.contains("event e1.10-0"));
    QCOMPARE(f.server.requestsFor(jobsPath).size(), polls);
}

void TestJobLink::triesToStreamLessAndLessOften()
{
    ManualClock clock;
    LinkFixture f(clock);
    f.link.setTimings({});
    f.onJobs = [&](int request, int) { f.answerJobs(request, page("e1.7-0")); };
    const auto streams = [&] { return f.server.requestsFor(streamPath).size(); };
    f.link.start(f.server.url(), "e1.7-0");
    QTRY_COMPARE(streams(), 1);
    clock.advance(10'000); // no headers
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    clock.advance(f.link.status().retryIn);
    QTRY_COMPARE(streams(), 2);
    clock.advance(10'000);
    QTRY_COMPARE(f.state(), LinkState::Polling);
    int expected = 2;
    for (const qint64 waitS : {60, 120, 240, 480, 600, 600}) {
        clock.advance(waitS * 1000 - 1);
        const int before = clock.readings();
        QTRY_VERIFY(clock.readings() >= before + 6); // the timers of the poller and the stream
        QCOMPARE(streams(), expected);
        clock.advance(1);
        ++expected;
        QTRY_COMPARE(streams(), expected);
        clock.advance(10'000); // no headers again
        QTRY_VERIFY(!f.server.isOpen(f.server.requestsFor(streamPath).last()));
    }
    QCOMPARE(f.state(), LinkState::Polling);
}

void TestJobLink::pollsASnapshotWhenNothingIsKnown()
{
    LinkFixture f;
    f.impatient();
    f.onStream = [&](int request, int) { f.server.stream(request); };
    f.onJobs = [&](int request, int nth) {
        const bool first = !f.server.request(request).target.contains("cursor=");
        f.answerJobs(request, nth > 1 ? page("e1.7-0")
                              : first ? page("e1.7-0", {job("b", "queued", "e1.7-0")}, "p+2")
                                      : page("e1.8-0", {job("a", "queued", "e1.5-0")}));
    };
    f.link.start(f.server.url());
    QTRY_COMPARE(f.state(), LinkState::Polling);
    // The position of the first page is used. Changes between the pages come with the next poll.
    QCOMPARE(f.told, QByteArrayList({"snapshot e1.7-0 b a"}));
    QCOMPARE(f.link.lastEventId(), QByteArray("e1.7-0"));
    QCOMPARE(f.server.request(f.server.requestsFor(jobsPath).at(1)).target,
             QByteArray("/api/v1/jobs?limit=1000&cursor=p%2B2"));
}

void TestJobLink::readsOnlyPagesWithChanges()
{
    LinkFixture f;
    f.impatient();
    f.onStream = [&](int request, int) { f.server.stream(request); };
    f.onJobs = [&](int request, int) {
        f.answerJobs(
            request,
            page("e1.7-0", {job("b", "queued", "e1.7-0"), job("a", "queued", "e1.5-0")}, "more"));
    };
    f.link.start(f.server.url(), "e1.6-0");
    QTRY_VERIFY(f.server.requestsFor(jobsPath).size() >= 3);
    for (int request : f.server.requestsFor(jobsPath))
        QVERIFY(!f.server.request(request).target.contains("cursor="));
    QCOMPARE(f.told, QByteArrayList({"polled e1.7-0 b"}));
}

void TestJobLink::sendsTheETag()
{
    LinkFixture f;
    f.impatient();
    f.onStream = [&](int request, int) { f.server.stream(request); };
    f.onJobs = [&](int request, int nth) {
        if (nth == 0)
            return f.answerJobs(request, page("e1.7-0"), "W/\"e1.7-0\"");
        f.server.send(request, "HTTP/1.1 304 Not Modified\r\nETag: W/\"e1.7-0\"\r\n\r\n");
    };
    f.link.start(f.server.url(), "e1.7-0");
    QTRY_VERIFY(f.server.requestsFor(jobsPath).size() >= 4);
    for (int request : f.server.requestsFor(jobsPath).mid(1))
        QCOMPARE(f.server.request(request).headers.value("if-none-match"),
                 QByteArray("W/\"e1.7-0\""));
    QCOMPARE(f.state(), LinkState::Polling);
    QCOMPARE(f.told, QByteArrayList());
}

void TestJobLink::leavesPollingWhenThePollFails()
{
    LinkFixture f;
    f.impatient();
    f.onStream = [&](int request, int) { f.server.stream(request); };
    f.onJobs = [&](int request, int nth) {
        if (nth == 0)
            return f.answerJobs(request, page("e1.7-0"));
        f.server.stopListening();
    };
    f.link.start(f.server.url(), "e1.7-0");
    QTRY_VERIFY(f.states.contains(LinkState::Polling));
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    f.onStream = [&](int request, int) { f.server.stream(request, hello("replayed")); };
    QVERIFY(f.server.listenAgain());
    QTRY_COMPARE(f.state(), LinkState::Live);
}

void TestJobLink::stopsPollingOnFinalAnswers()
{
    LinkFixture f;
    f.impatient();
    bool polling = false;
    f.onStream = [&](int request, int) {
        if (polling)
            f.server.answer(request, 401, {}, {});
        else
            f.server.stream(request);
    };
    f.onJobs = [&](int request, int nth) {
        polling = nth > 0; // the first answer has arrived
        f.answerJobs(request, page("e1.7-0"));
    };
    f.link.start(f.server.url(), "e1.7-0");
    QTRY_COMPARE(f.state(), LinkState::AuthFailed);
    QVERIFY(f.states.contains(LinkState::Polling));
}

void TestJobLink::stopsForGood()
{
    LinkFixture f;
    f.onStream = [&](int request, int) { f.server.stream(request, hello() + snapshot("e1.1-0")); };
    f.link.start(f.server.url());
    QTRY_COMPARE(f.state(), LinkState::Live);
    f.link.stop();
    QCOMPARE(f.state(), LinkState::Stopped);
    QTRY_VERIFY(!f.server.isOpen(0));
    QCOMPARE(f.server.count(), 1);
}

QTEST_GUILESS_MAIN(TestJobLink)
#include "tst_joblink.moc"
