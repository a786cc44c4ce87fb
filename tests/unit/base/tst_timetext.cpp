// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/timetext.h"

#include <QTest>

#include <limits>

using namespace hub;

class TestTimeText : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void formats_data();
    void formats();
};

void TestTimeText::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ms");
    const auto good = [](const char *text, qint64 ms) {
        QTest::newRow(text) << QByteArray(text) << ms;
    };
    good("1970-01-01T00:00:00.000Z", 0);
    good("2026-01-31T12:00:00.123Z", 1769860800123);
    good("2026-01-31t12:00:00.1z", 1769860800100);
    good("2026-01-31 12:00:00.123999Z", 1769860800123);
    good("2026-01-31T14:30:00+02:30", 1769860800000);
    good("2026-01-31T11:59:00-00:01", 1769860800000);
    good("2024-02-29T00:00:00Z", 1709164800000);
    good("2016-12-31T23:59:60Z", 1483228799000);
    good("1969-12-31T23:59:59.999Z", -1);
    for (const char *bad : {"", "2026-01-31", "2026-01-31T12:00:00", "2026-01-31T12:00Z",
                            "2026-02-30T12:00:00Z", "2026-13-01T12:00:00Z", "2026-01-31T24:00:00Z",
                            "2026-01-31T12:60:00Z", "2026-01-31T12:00:61Z", "2026-01-31T12:00:00.Z",
                            "2026-01-31T12:00:00+0200", "2026-01-31T12:00:00+24:00",
                            "2026-01-31T12:00:00Zx", "-026-01-31T12:00:00Z", "2026-1-31T12:00:00Z"})
        QTest::newRow(qPrintable(QLatin1String("bad ") + QLatin1String(bad)))
            << QByteArray(bad) << std::numeric_limits<qint64>::min();
}

void TestTimeText::parses()
{
    QFETCH(QByteArray, text);
    QTEST(parseTime(text).value_or(std::numeric_limits<qint64>::min()), "ms");
}

void TestTimeText::formats_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("usual") << qint64(1769860800007) << QByteArray("2026-01-31T12:00:00.007Z");
    QTest::newRow("before 1970") << qint64(-1) << QByteArray("1969-12-31T23:59:59.999Z");
    QTest::newRow("beyond year 9999")
        << std::numeric_limits<qint64>::max() << QByteArray("9999-12-31T23:59:59.999Z");
    QTest::newRow("before year 0")
        << std::numeric_limits<qint64>::min() << QByteArray("0000-01-01T00:00:00.000Z");
}

void TestTimeText::formats()
{
    QFETCH(qint64, ms);
    QTEST(formatTime(ms), "expected");
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
