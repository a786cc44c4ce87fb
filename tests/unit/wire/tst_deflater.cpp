// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/deflater.h"
#include "tests/support/gunzip.h"

#include <QRandomGenerator>
#include <QTest>

using namespace hub;

class TestDeflater : public QObject
{
    Q_OBJECT

private slots:
    void eachBlockIsReadAtOnce_data();
    void eachBlockIsReadAtOnce();
    void laterBlocksReferToEarlierOnes();
    void aResetForgets();
    void sumsAddUp();
};

void TestDeflater::eachBlockIsReadAtOnce_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::newRow("small") << QByteArrayList{"a", "data: {}\n\n", ""};
    QTest::newRow("none") << QByteArrayList{};
    QTest::newRow("large") << QByteArrayList{QByteArray(300'000, 'x'), "tail"};
    QByteArray noise(200'000, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &c : noise)
        c = static_cast<char>(random.bounded(256));
    QTest::newRow("does not compress") << QByteArrayList{noise.left(3), noise, noise};
}

void TestDeflater::eachBlockIsReadAtOnce()
{
    QFETCH(QByteArrayList, pieces);
    Deflater deflater(12, 5);
    GzipMember member;
    test::Gunzip reader;
    QCOMPARE(reader.take(GzipMember::header()), QByteArray());
    for (const QByteArray &piece : pieces) {
        QCOMPARE(reader.take(deflater.block(piece)), piece);
        member.add(PlainSum::of(piece));
    }
    QVERIFY(!reader.ended());
    reader.take(member.end());
    QVERIFY(reader.ended());
}

void TestDeflater::laterBlocksReferToEarlierOnes()
{
    Deflater deflater(12, 5);
    const QByteArray event = R"(data: {"job_id":"job-4711","status":"processing","progress":42})";
    const qsizetype first = deflater.block(event).size();
    QVERIFY(deflater.block(event).size() < first / 2);
}

void TestDeflater::aResetForgets()
{
    Deflater deflater(15, 8);
    deflater.block("one two three");
    deflater.reset();
    const QByteArray block = deflater.block("one two three");
    test::Gunzip reader; // it never saw the first block
    QCOMPARE(reader.take(GzipMember::header() + block), QByteArray("one two three"));
}

void TestDeflater::sumsAddUp()
{
    GzipMember one;
    one.add(PlainSum::of("hello, world"));
    GzipMember two;
    two.add(PlainSum::of("hello,"));
    two.add(PlainSum::of(""));
    two.add(PlainSum::of(" world"));
    QCOMPARE(two.end(), one.end());
    QVERIFY(GzipMember().end() != one.end());
}

QTEST_GUILESS_MAIN(TestDeflater)
#include "tst_deflater.moc"
