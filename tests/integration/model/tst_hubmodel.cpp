// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/world.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

/// Random publishing, subscribing, lagging, eviction, kills and restarts, checked against a small
/// model of a hub. The assertions are the promises of resources/docs/streams.md#rely-on-a-stream.
/// HELIOGRAPH_SEED repeats a run; HELIOGRAPH_MODEL_STEPS sets its length.
class TestHubModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsItsPromises_data();
    void keepsItsPromises();
};

void TestHubModel::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("heliograph.*=false"));
}

void TestHubModel::keepsItsPromises_data()
{
    QTest::addColumn<bool>("daemon");
    QTest::addColumn<int>("share"); // percent of the steps
    QTest::newRow("library") << false << 100;
    QTest::newRow("daemon") << true << 20;
}

void TestHubModel::keepsItsPromises()
{
    QFETCH(bool, daemon);
    QFETCH(int, share);
    bool isGiven = false;
    const uint given = qEnvironmentVariable("HELIOGRAPH_SEED").toUInt(&isGiven);
    const quint32 seed = isGiven ? given : QRandomGenerator::global()->generate();
    const int most = qEnvironmentVariableIntValue("HELIOGRAPH_MODEL_STEPS");
    const int steps = (most > 0 ? most : 400) * share / 100;
    qInfo("HELIOGRAPH_SEED=%u, %d steps", seed, steps);

    model::World world(daemon ? model::makeDaemonHub() : model::makeLibraryHub(), seed);
    for (int i = 0; i < steps && world.complaint().isEmpty(); ++i)
        world.step();
    if (world.complaint().isEmpty())
        world.settleHeads();
    qInfo().noquote() << world.summary();
    QVERIFY2(
        world.complaint().isEmpty(),
        qUtf8Printable(QStringLiteral("HELIOGRAPH_SEED=%1: %2").arg(seed).arg(world.complaint())));
}

QTEST_GUILESS_MAIN(TestHubModel)
#include "tst_hubmodel.moc"
