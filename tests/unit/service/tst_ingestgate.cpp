// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/ingestgate.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

class TestIngestGate : public QObject
{
    Q_OBJECT

private slots:
    void boundsTheRate();
    void boundsWhatWaits();
    void outlivesItsPlace();
};

void TestIngestGate::boundsTheRate()
{
    const auto gate = std::make_shared<IngestGate>("ci", IngestLimits{0.5, 2, 100});
    IngestGate::Refusal refusal;
    QVERIFY(gate->enter(0, refusal));
    QVERIFY(gate->enter(0, refusal));
    QVERIFY(!gate->enter(0, refusal));
    QCOMPARE(refusal.bucket, QByteArray("source:ci"));
    QCOMPARE(refusal.retryAfter, 2s);
    QVERIFY(gate->enter(2000, refusal));
}

void TestIngestGate::boundsWhatWaits()
{
    const auto gate = std::make_shared<IngestGate>("ci", IngestLimits{100, 100, 2});
    IngestGate::Refusal refusal;
    IngestGate::Pass first = gate->enter(0, refusal);
    const IngestGate::Pass second = gate->enter(0, refusal);
    QVERIFY(first && second);
    QVERIFY(!gate->enter(0, refusal));
    QCOMPARE(refusal.bucket, QByteArray("source:ci:concurrent"));
    IngestGate::Pass copy = first;
    first.reset();
    QVERIFY(!gate->enter(0, refusal)); // the copy still holds the place
    copy.reset();
    QVERIFY(gate->enter(0, refusal));
}

void TestIngestGate::outlivesItsPlace()
{
    auto gate = std::make_shared<IngestGate>("ci", IngestLimits{});
    const std::weak_ptr<IngestGate> watched = gate;
    IngestGate::Refusal refusal;
    IngestGate::Pass pass = gate->enter(0, refusal);
    gate.reset(); // as when a reload replaces the gate
    QVERIFY(!watched.expired());
    pass.reset();
    QVERIFY(watched.expired());
}

QTEST_GUILESS_MAIN(TestIngestGate)
#include "tst_ingestgate.moc"
