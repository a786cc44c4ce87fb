// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/olderjobs.h"

#include "tests/support/scriptedserver.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

/// A hub that answers each request with the next of its pages.
struct Fixture
{
    ScriptedServer server;
    QNetworkAccessManager network;
    OlderJobs older{&network};
    QSignalSpy received{&older, &OlderJobs::received};
    QSignalSpy failed{&older, &OlderJobs::failed};
    QList<QByteArray> targets;
    QList<QByteArray> pages;

    Fixture()
    {
        server.respond([this](int n, const ScriptedRequest &request) {
            targets << request.target;
            if (pages.isEmpty()) {
                server.answer(n, 503, "application/json", R"({"code":"store_busy"})");
            } else {
                server.answer(n, 200, "application/json", pages.takeFirst());
            }
        });
        older.start(server.url());
    }
};

QByteArray page(const QByteArray &id, const QByteArray &next)
{
    return R"({"as_of":"e1.7-0","jobs":[{"job_id":")" + id
           + R"(","kind":"generic","status":"completed","last_event_id":"e1.5-0"}],"next":)" + next
           + '}';
}

} // namespace

class TestOlderJobs : public QObject
{
    Q_OBJECT

private slots:
    void readsPageAfterPage();
    void readsOnePageAtATime();
    void readsAPageAgainThatFailed();
    void isSilentAfterStop();
};

void TestOlderJobs::readsPageAfterPage()
{
    Fixture f;
    f.pages = {page("a", R"("7-1 &")"), page("b", "null")};
    f.older.readMore(1'000);
    QVERIFY(f.older.isReading());
    QTRY_COMPARE(f.received.size(), 1);
    QVERIFY(!f.older.isAtEnd());
    f.older.readMore(7);
    QTRY_COMPARE(f.received.size(), 2);
    QVERIFY(f.older.isAtEnd());
    QVERIFY(f.targets[0].endsWith("?limit=1000"));
    QVERIFY(f.targets[1].endsWith("?limit=7&cursor=7-1%20%26"));
    QCOMPARE(f.received[1][0].value<QList<hub::Job>>().first().id, QByteArray("b"));
    f.older.readMore(1'000);
    QVERIFY(!f.older.isReading());
    f.older.start(f.server.url()); // the same again
    QVERIFY(!f.older.isAtEnd());
}

void TestOlderJobs::readsOnePageAtATime()
{
    Fixture f;
    f.pages = {page("a", R"("next")"), page("b", "null")};
    f.older.readMore(1'000);
    f.older.readMore(1'000);
    QTRY_COMPARE(f.received.size(), 1);
    QCOMPARE(f.server.count(), 1);
}

void TestOlderJobs::readsAPageAgainThatFailed()
{
    Fixture f;
    f.older.readMore(1'000);
    QTRY_COMPARE(f.failed.size(), 1);
    QVERIFY(!f.older.isReading());
    f.pages = {page("a", "null")};
    f.older.readMore(1'000);
    QTRY_COMPARE(f.received.size(), 1);
    QCOMPARE(f.targets[0], f.targets[1]);
}

void TestOlderJobs::isSilentAfterStop()
{
    Fixture f;
    f.pages = {page("a", "null"), page("b", "null")};
    f.older.readMore(1'000);
    f.older.stop();
    f.older.readMore(1'000); // does nothing
    f.older.start(f.server.url());
    f.older.readMore(1'000);
    QTRY_COMPARE(f.received.size(), 1);
    QCOMPARE(f.failed.size(), 0);
}

QTEST_GUILESS_MAIN(TestOlderJobs)
#include "tst_olderjobs.moc"
