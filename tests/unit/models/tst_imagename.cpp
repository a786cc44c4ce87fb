// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/imagename.h"

#include "ui/models/momenttip.h"

#include <QRegularExpression>
#include <QTest>

class ImageNameTest : public QObject
{
    Q_OBJECT

private slots:
    void nameHasNoPath_data()
    {
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QByteArray("job-1") << QStringLiteral("job-1-2");
        QTest::newRow("path") << QByteArray("../a/b") << QStringLiteral("job.._a_b-2");
        QTest::newRow("option") << QByteArray("-rf") << QStringLiteral("job-rf-2");
        QTest::newRow("letters beyond ASCII") << QByteArray("\xc3\xa4") << QStringLiteral("__-2");
        QTest::newRow("none") << QByteArray() << QStringLiteral("job-2");
        QTest::newRow("long") << QByteArray(5000, 'a')
                              << QString(100, QLatin1Char('a')) + QStringLiteral("-2");
    }
    void nameHasNoPath()
    {
        QFETCH(const QByteArray, job);
        QFETCH(const QString, name);
        QCOMPARE(ui::imageFileName(job, 2, "no image"), name);
    }
    void endingIsThatOfTheBytes()
    {
        const QByteArray bmp = QByteArray::fromHex("424d1a000000000000001a0000000c00000001000100"
                                                   "0100180000000000");
        QCOMPARE(ui::imageFileName("a", 1, bmp), QStringLiteral("a-1.bmp"));
    }
    void tipHasBothTimes()
    {
        QCOMPARE(ui::momentTip(0), QString());
        const QString tip = ui::momentTip(1'731'000'000'000);
        QVERIFY(tip.contains(QStringLiteral("2024-11-07 17:20:00 UTC")));
        QVERIFY(tip.count(QLatin1Char('\n')) <= 1);
    }
};

QTEST_GUILESS_MAIN(ImageNameTest)
#include "tst_imagename.moc"
