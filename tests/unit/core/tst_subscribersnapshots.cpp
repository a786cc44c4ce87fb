// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gunzip.h"
#include "tests/unit/core/subscriberfixture.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::eventAt;
using test::idsIn;
using test::lastData;
using test::partJobs;
using test::startWith;
using test::upTo;

/// Tests how a subscriber sends the snapshot at the beginning of its stream.
class TestSubscriberSnapshots : public test::SubscriberFixture
{
    Q_OBJECT

private slots:
    void init() { reset(); }
    void cleanup() { m_subscriber.reset(); }

    void beginsWithHelloAndSnapshot();
    void sendsASnapshotAsTheSocketTakesIt();
    void sendsNothingWithinASnapshot();
    void cutsASnapshotOffWhenItIsClosed();
    void packsASnapshotOnce();
};

void TestSubscriberSnapshots::beginsWithHelloAndSnapshot()
{
    subscribe({}, startWith(0));
    QCOMPARE(
        sent(),
        QByteArray(
            "event: hub.hello\nretry: 2000\n"
            R"(data: {"epoch":"e","heartbeat_s":15,"retry_ms":2000,"resumed":"live","replayed":0})"
            "\n\nid: e.7-0\nevent: hub.snapshot\n"
            R"(data: {"as_of":"e.7-0","jobs":[],"truncated":false})"
            "\n\n"));
    QCOMPARE(m_record->writes, 1);
}

void TestSubscriberSnapshots::sendsASnapshotAsTheSocketTakesIt()
{
    m_record->room = 10;
    subscribe({}, startWith(10 * partJobs));
    for (int i = 8; i <= 20; ++i) { // the snapshot is not sent completely, so events wait
        publish(eventAt(i, "a", EventType::Log));
        turn();
    }
    QCOMPARE(m_record->taken.size(), 10);
    while (!m_record->held.isEmpty()) {
        QVERIFY(m_record->held.size() < 80'000); // one part and the frames before it
        m_record->drain(50'000);
        turn();
    }
    m_record->drain();
    turn();
    const QJsonObject data = lastData(sent(), "hub.snapshot");
    QCOMPARE(data.value(QLatin1String("jobs")).toArray().size(), 10 * partJobs);
    QCOMPARE(data.value(QLatin1String("truncated")).toBool(true), false);
    QCOMPARE(idsIn(sent()), QList<qint64>{7} + upTo(8, 20));
    QCOMPARE(m_budget.used(), 0); // no other stream holds the snapshot
}

void TestSubscriberSnapshots::sendsNothingWithinASnapshot()
{
    m_record->room = 10;
    Subscriber &subscriber = subscribe({}, startWith(2 * partJobs));
    m_record->drain(0);
    subscriber.beat();
    subscriber.checkToken();
    m_record->drain();
    subscriber.beat(); // the rest is written in the next turn
    turn();
    QCOMPARE(lastData(sent(), "hub.snapshot").value(QLatin1String("jobs")).toArray().size(),
             2 * partJobs);
    subscriber.beat();
    QVERIFY(sent().endsWith(": beat\n\n"));
}

void TestSubscriberSnapshots::cutsASnapshotOffWhenItIsClosed()
{
    m_record->room = 10;
    Subscriber &subscriber = subscribe({}, startWith(5 * partJobs));
    subscriber.close(CloseReason::Kicked, false, 1ms);
    m_record->drain();
    const QJsonObject data = lastData(sent(), "hub.snapshot");
    QVERIFY(data.value(QLatin1String("truncated")).toBool());
    QVERIFY(data.value(QLatin1String("jobs")).toArray().size() >= partJobs / 2);
    QCOMPARE(lastData(sent(), "hub.closing").value(QLatin1String("reason")).toString(),
             QStringLiteral("kicked"));
    QCOMPARE(*m_ended, CloseReason::Kicked);
}

void TestSubscriberSnapshots::packsASnapshotOnce()
{
    const StreamStart start = startWith(3 * partJobs);
    const auto shared =
        std::make_shared<SharedSnapshot>(start, *m_budget.take("client", start.snapshot->bytes()));
    const Block first = shared->packed(1);
    QCOMPARE(shared->packed(1).bytes.constData(), first.bytes.constData());

    StreamRequest request;
    request.compressed = true;
    Subscriber::Host &host = *this;
    m_subscriber = std::make_unique<Subscriber>(
        1, request, std::make_unique<test::RecordingSink>(m_record), *m_context, host);
    m_feed = std::make_shared<Feed>(Subscription{}, *m_log, m_pool, 1000);
    m_feed->join(m_subscriber.get());
    m_subscriber->start(m_feed, start, shared);
    turn();
    test::Gunzip gunzip;
    const QByteArray plain = gunzip.take(sent());
    QVERIFY(gunzip.ok());
    QCOMPARE(lastData(plain, "hub.snapshot").value(QLatin1String("jobs")).toArray().size(),
             3 * partJobs);
}

QTEST_GUILESS_MAIN(TestSubscriberSnapshots)
#include "tst_subscribersnapshots.moc"
