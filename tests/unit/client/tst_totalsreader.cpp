// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/totalsreader.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedserver.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

/// A reader with a clock that the test moves, and a hub whose answer the test sets.
struct Fixture
{
    test::ManualClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    TotalsReader reader{&network, clock};
    QSignalSpy received{&reader, &TotalsReader::received};
    QSignalSpy refused{&reader, &TotalsReader::refused};
    int status = 200;
    QByteArray answer = R"({"as_of":"e1.7-0","total":3,"statuses":{"queued":1,"timed_out":2}})";

    Fixture()
    {
        server.respond([this](int n, const ScriptedRequest &) {
            server.answer(n, status, "application/json", answer);
        });
        reader.start(server.url());
    }
    JobTotals last() const { return received.last().first().value<JobTotals>(); }
    /// Moves the clock, and returns once the reader's timer has looked at it.
    bool pass(std::chrono::milliseconds time)
    {
        const int readings = clock.readings();
        clock.advance(time.count());
        return QTest::qWaitFor([&] { return clock.readings() >= readings + 2; });
    }
};

} // namespace

class TestTotalsReader : public QObject
{
    Q_OBJECT

private slots:
    void readsAtOnceAndNowAndThen();
    void readsSoonButNotTooOften();
    void stopsWhereTheHubDoesNotTell_data();
    void stopsWhereTheHubDoesNotTell();
    void triesAgainAfterAFailure();
    void boundsTheCounts();
};

void TestTotalsReader::readsAtOnceAndNowAndThen()
{
    Fixture f;
    QTRY_COMPARE(f.received.size(), 1);
    QCOMPARE(f.last().asOf, QByteArray("e1.7-0"));
    QCOMPARE(f.last().statuses[size_t(hub::JobStatus::Queued)], 1);
    QCOMPARE(f.last().statuses[size_t(hub::JobStatus::TimedOut)], 2);
    QCOMPARE(f.last().statuses[size_t(hub::JobStatus::Failed)], 0);
    QVERIFY(f.pass(TotalsReader::interval - std::chrono::milliseconds(1)));
    QCOMPARE(f.server.count(), 1);
    QVERIFY(f.pass(std::chrono::milliseconds(1)));
    QTRY_COMPARE(f.received.size(), 2);
}

void TestTotalsReader::readsSoonButNotTooOften()
{
    Fixture f;
    f.reader.readSoon(); // while the first answer is due
    QTRY_COMPARE(f.received.size(), 1);
    for (int i = 0; i < 5; ++i)
        f.reader.readSoon();
    QVERIFY(f.pass(TotalsReader::pause - std::chrono::milliseconds(1)));
    QCOMPARE(f.server.count(), 1);
    QVERIFY(f.pass(std::chrono::milliseconds(1)));
    QTRY_COMPARE(f.received.size(), 2);
    QVERIFY(f.pass(TotalsReader::pause));
    QCOMPARE(f.server.count(), 2);
    f.reader.readSoon(); // the last request is long ago
    QTRY_COMPARE(f.received.size(), 3);
}

void TestTotalsReader::stopsWhereTheHubDoesNotTell_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("an older hub") << 404 << QByteArray(R"({"code":"not_found"})");
    QTest::newRow("another server") << 404 << QByteArray("<html>");
    QTest::newRow("a token for some jobs") << 409 << QByteArray(R"({"code":"not_counted"})");
}

void TestTotalsReader::stopsWhereTheHubDoesNotTell()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    Fixture f;
    f.status = status;
    f.answer = answer;
    QTRY_COMPARE(f.refused.size(), 1);
    f.reader.readSoon();
    f.clock.advance(TotalsReader::interval.count());
    f.status = 200;
    f.reader.start(f.server.url());
    QTRY_COMPARE(f.server.count(), 2); // only for start()
}

void TestTotalsReader::triesAgainAfterAFailure()
{
    Fixture f;
    f.status = 503;
    f.answer = R"({"code":"store_unavailable"})";
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("how many jobs")));
    QTRY_COMPARE(f.server.count(), 1);
    f.status = 200;
    f.answer = R"({"as_of":"e1.8-0","statuses":{}})";
    QTRY_VERIFY_WITH_TIMEOUT(
        (f.clock.advance(TotalsReader::interval.count()), f.received.size() == 1), 5'000);
    QCOMPARE(f.refused.size(), 0);
}

void TestTotalsReader::boundsTheCounts()
{
    Fixture f;
    f.answer = R"({"as_of":"e1.7-0","statuses":{"queued":9e18,"failed":-5,"new":3,"lost":"x"}})";
    QTRY_COMPARE(f.received.size(), 1);
    QCOMPARE(f.last().statuses[size_t(hub::JobStatus::Queued)], 1'000'000'000'000);
    QCOMPARE(f.last().statuses[size_t(hub::JobStatus::Failed)], 0);
    QCOMPARE(f.last().statuses[size_t(hub::JobStatus::Lost)], 0);
}

QTEST_GUILESS_MAIN(TestTotalsReader)
#include "tst_totalsreader.moc"
