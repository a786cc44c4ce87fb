// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/poller.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/client/frames.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace test::frames;
using namespace ui;

namespace {

/// A poller with its usual timings, a clock, and a hub whose list of jobs the test sets.
struct Fixture
{
    test::ManualClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    Poller poller{&network, clock};
    QSignalSpy changes{&poller, &Poller::changesReceived};
    QSignalSpy failed{&poller, &Poller::failed};
    QByteArray list = page("e1.7-0");

    Fixture()
    {
        server.respond([this](int n, const ScriptedRequest &) {
            server.answer(n, 200, "application/json", list);
        });
    }

    /// Returns whether the next poll comes after exactly `seconds`, and is answered.
    bool pollsAfter(qint64 seconds)
    {
        const qsizetype answered = changes.size();
        const int asked = server.count();
        clock.advance(seconds * 1000 - 1);
        const int readings = clock.readings();
        const bool looked =
            QTest::qWaitFor([&] { return clock.readings() >= readings + 2; }); // the timer's only
        const bool early = server.count() != asked;
        clock.advance(1);
        return looked && !early && QTest::qWaitFor([&] { return changes.size() > answered; });
    }
};

} // namespace

class TestPoller : public QObject
{
    Q_OBJECT

private slots:
    void pollsLessAndLessOften();
    void pollsOftenWhileJobsChange();
    void waitsNoMoreAfterStop();
    void stopsAfterAFailure();
};

void TestPoller::pollsLessAndLessOften()
{
    Fixture f;
    f.poller.start(f.server.url(), "e1.7-0");
    QTRY_COMPARE(f.changes.size(), 1); // at once
    for (const qint64 seconds : {4, 8, 16, 32, 60, 60})
        QVERIFY2(f.pollsAfter(seconds), qPrintable(QString::number(seconds)));
}

void TestPoller::pollsOftenWhileJobsChange()
{
    Fixture f;
    f.poller.start(f.server.url(), "e1.7-0");
    QTRY_COMPARE(f.changes.size(), 1);
    QVERIFY(f.pollsAfter(4));
    f.list = page("e1.8-0", {job("a", "queued", "e1.8-0")});
    QVERIFY(f.pollsAfter(8));
    f.list = page("e1.9-0", {job("a", "processing", "e1.9-0")});
    QVERIFY(f.pollsAfter(2)); // the last poll had a change
    QVERIFY(f.pollsAfter(2));
    QVERIFY(f.pollsAfter(4)); // the last poll had none
}

void TestPoller::waitsNoMoreAfterStop()
{
    Fixture f;
    f.poller.start(f.server.url(), "e1.7-0");
    QTRY_COMPARE(f.changes.size(), 1);
    f.poller.stop();
    QVERIFY(!f.poller.isActive());
    f.clock.advance(60'000);
    Poller other(&f.network, f.clock);
    QSignalSpy otherChanges(&other, &Poller::changesReceived);
    other.start(f.server.url(), "e1.7-0");
    QTRY_COMPARE(otherChanges.size(), 1);
    f.clock.advance(4'000);
    QTRY_COMPARE(otherChanges.size(), 2);
    QCOMPARE(f.changes.size(), 1);
}

void TestPoller::stopsAfterAFailure()
{
    Fixture f;
    f.list = "[]";
    f.poller.start(f.server.url(), "e1.7-0");
    QTRY_COMPARE(f.failed.size(), 1);
    QVERIFY(!f.poller.isActive());
}

QTEST_GUILESS_MAIN(TestPoller)
#include "tst_poller.moc"
