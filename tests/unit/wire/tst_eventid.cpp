// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/eventid.h"

#include <QTest>

#include <limits>

using namespace hub;

class TestEventId : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void grows_data();
    void grows();
    void orders();
    void parsesCursors_data();
    void parsesCursors();
};

void TestEventId::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char *good : {"0-0", "1731000000000-0", "9223372036854775807-4294967295"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad :
         {"", "-", "1", "1-", "-1", "1--1", "-1-1", "+1-1", " 1-1", "1-1 ", "1-+1", "1-1-1",
          "0x1-1", "1.5-1", "9223372036854775808-0", "0-4294967296"})
        QTest::newRow(qPrintable(QLatin1String("bad ") + QLatin1String(bad)))
            << QByteArray(bad) << false;
}

void TestEventId::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto id = EventId::parse(text);
    QCOMPARE(id.has_value(), valid);
    if (valid)
        QCOMPARE(id->toString(), text);
}

void TestEventId::grows_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("first") << QByteArray("0-0") << qint64(5) << QByteArray("5-0");
    QTest::newRow("later") << QByteArray("5-7") << qint64(6) << QByteArray("6-0");
    QTest::newRow("same millisecond") << QByteArray("5-7") << qint64(5) << QByteArray("5-8");
    QTest::newRow("clock went back") << QByteArray("5-7") << qint64(1) << QByteArray("5-8");
    QTest::newRow("counter full") << QByteArray("5-4294967295") << qint64(5) << QByteArray("6-0");
    QTest::newRow("no time at all") << QByteArray("0-0") << qint64(-1) << QByteArray("0-1");
}

void TestEventId::grows()
{
    QFETCH(QByteArray, last);
    QFETCH(qint64, now);
    const EventId from = *EventId::parse(last);
    const EventId next = nextEventId(from, now);
    QVERIFY(next > from);
    QTEST(next.toString(), "expected");
}

void TestEventId::orders()
{
    QVERIFY((EventId{2, 0} > EventId{1, 99}));
    QVERIFY((EventId{10, 2} < EventId{10, 10})); // compared as numbers, not as text
    QVERIFY(EventId().isNull());
    QVERIFY(!(EventId{0, 1}.isNull()));
}

void TestEventId::parsesCursors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    const QByteArray longest(32, 'z');
    QTest::newRow("usual") << QByteArray("k3f9a2.1731000000000-0") << true;
    QTest::newRow("longest") << QByteArray(longest + ".9223372036854775807-4294967295") << true;
    QTest::newRow("epoch too long") << QByteArray(longest + "z.1-0") << false;
    QTest::newRow("no epoch") << QByteArray(".1-0") << false;
    QTest::newRow("no dot") << QByteArray("1-0") << false;
    QTest::newRow("upper case") << QByteArray("K.1-0") << false;
    QTest::newRow("two dots") << QByteArray("k.k.1-0") << false;
    QTest::newRow("line break") << QByteArray("k.1-0\n") << false;
    QTest::newRow("NUL") << QByteArrayLiteral("k.1-0\0") << false;
    QTest::newRow("huge") << QByteArray("k." + QByteArray(100'000, '1') + "-0") << false;
    QTest::newRow("zeros beyond 96 bytes")
        << QByteArray("k." + QByteArray(95, '0') + "-0") << false;
}

void TestEventId::parsesCursors()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto cursor = Cursor::parse(text);
    QCOMPARE(cursor.has_value(), valid);
    if (valid)
        QCOMPARE(cursor->toWire(), text);
}

QTEST_GUILESS_MAIN(TestEventId)
#include "tst_eventid.moc"
