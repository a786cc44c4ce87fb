// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/store/storefixture.h"

#include <QTest>

using namespace hub;
using test::StoreCalls;
using namespace std::chrono_literals;

/// Which deliveries are removed when there are too many.
class TestDeliveryRetention : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m.reset(); }

    void trimsTheHeaviestFirst_data();
    void trimsTheHeaviestFirst();
    void neverTrimsWhatWaits();

private:
    std::unique_ptr<test::StoreFixture> m;
};

void TestDeliveryRetention::init()
{
    m = std::make_unique<test::StoreFixture>();
    m->options.sweepPause = 1ms;
    m->options.sweepInterval = 5ms;
    QVERIFY(m->open());
}

void TestDeliveryRetention::trimsTheHeaviestFirst_data()
{
    QTest::addColumn<bool>("byBytes");
    QTest::addColumn<bool>("byOwner"); // otherwise by source
    QTest::newRow("source, number") << false << false;
    QTest::newRow("source, bytes") << true << false;
    QTest::newRow("owner, number") << false << true;
    QTest::newRow("owner, bytes") << true << true;
}

void TestDeliveryRetention::trimsTheHeaviestFirst()
{
    QFETCH(bool, byBytes);
    QFETCH(bool, byOwner);
    m->options.retention.deliveries = byBytes ? 1'000 : 30;
    m->options.retention.deliveryBytes = byBytes ? 30'000 : 10'000'000;
    QVERIFY(m->open());
    for (const char *job : {"modest", "greedy"}) {
        CreateJob create = StoreCalls::createOf(job, QByteArray("rp-") + job);
        create.job.owner = job;
        QVERIFY(m->calls->create(create).ok());
    }
    const auto deliver = [&](const QByteArray &who, int count) {
        for (int i = 0; i < count; ++i) {
            Deliver request;
            request.delivery.source = byOwner ? "shared" : who;
            request.delivery.receivedMs = m->clock.wallMs();
            request.delivery.verdict = DeliveryVerdict::Accepted;
            request.delivery.body = QByteArray(1'000, 'x');
            JobChange change;
            change.externalId = "rp-" + who;
            change.type = EventType::Log;
            request.changes.push_back(change);
            QVERIFY(m->calls->deliver(request).ok());
        }
    };
    deliver("modest", 10); // the oldest of all
    deliver("greedy", 100);
    const auto left = [&](const QByteArray &job) {
        return m->calls->deliveries({.source = {}, .jobId = job, .before = 0, .limit = 1'000})
            .size();
    };
    QTRY_COMPARE(left("greedy") + left("modest"), size_t{30});
    QCOMPARE(left("modest"), size_t{10});
}

void TestDeliveryRetention::neverTrimsWhatWaits()
{
    m->options.retention.deliveries = 5;
    QVERIFY(m->open());
    const auto deliver = [&](const QByteArray &externalId) {
        Deliver request;
        request.delivery.source = "s";
        request.delivery.receivedMs = m->clock.wallMs();
        request.delivery.verdict = DeliveryVerdict::Accepted;
        JobChange change;
        change.externalId = externalId;
        change.type = EventType::Log;
        request.changes.push_back(change);
        QVERIFY(m->calls->deliver(request).ok());
    };
    for (int i = 0; i < 10; ++i)
        deliver("waits");
    QVERIFY(m->calls->create(StoreCalls::createOf("job-1", "known")).ok());
    for (int i = 0; i < 10; ++i)
        deliver("known");
    QTRY_COMPARE(m->calls->deliveries().size(), size_t{15});
    QCOMPARE(m->calls->deliveries().back().id, 1);
    // Once applied, it counts like any other delivery.
    QVERIFY(m->calls->create(StoreCalls::createOf("job-2", "waits")).ok());
    QTRY_COMPARE(m->calls->deliveries().size(), size_t{5});
}

QTEST_GUILESS_MAIN(TestDeliveryRetention)
#include "tst_deliveryretention.moc"
