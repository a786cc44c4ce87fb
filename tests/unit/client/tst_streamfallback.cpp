// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/streamdoubt.h"

#include <QTest>

using namespace ui;

class TestStreamFallback : public QObject
{
    Q_OBJECT

private slots:
    void adds_data();
    void adds();
};

void TestStreamFallback::adds_data()
{
    using End = StreamEnd;
    QTest::addColumn<QList<StreamEnd>>("ends");
    QTest::addColumn<bool>("flowed");
    QTest::addColumn<bool>("serious");
    const auto row = [](const char *name, const QList<StreamEnd> &ends, bool flowed, bool serious) {
        QTest::newRow(name) << ends << flowed << serious;
    };
    row("nothing yet", {}, false, false);
    row("good answer, no byte", {End::Silent}, false, true);
    row("no headers once", {End::NoAnswer}, false, false);
    row("no headers twice", {End::NoAnswer, End::NoAnswer}, false, true);
    row("first burst only, twice", {End::HeartbeatLost, End::HeartbeatLost}, false, true);
    row("lines that die", {End::HeartbeatLost, End::HeartbeatLost, End::HeartbeatLost}, true,
        false);
    row("hub away in between", {End::NoAnswer, End::Unreachable, End::NoAnswer}, false, false);
    row("restarts", {End::Clean, End::Unreachable, End::Broken, End::BadStatus}, false, false);
}

void TestStreamFallback::adds()
{
    QFETCH(QList<StreamEnd>, ends);
    QFETCH(bool, flowed);
    QFETCH(bool, serious);
    StreamDoubt doubt;
    for (StreamEnd end : std::as_const(ends))
        doubt.note(end, flowed);
    QCOMPARE(doubt.isSerious(), serious);
    doubt.reset();
    QVERIFY(!doubt.isSerious());
}

QTEST_GUILESS_MAIN(TestStreamFallback)
#include "tst_streamfallback.moc"
