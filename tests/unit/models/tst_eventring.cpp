// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/eventring.h"

#include <QTest>

namespace {

void append(ui::EventRing &ring, const QByteArray &job, const QByteArray &text)
{
    ring.append(ui::LogRow{}, job, text);
}

} // namespace

class EventRingTest : public QObject
{
    Q_OBJECT

private slots:
    void namesRowsForGood();
    void evictsByRows();
    void evictsByBytes();
    void reusesNames();
    void cutsOnWholeCharacters();
    void scansAcrossBlocks();
    void clearKeepsNumbering();
};

void EventRingTest::namesRowsForGood()
{
    ui::EventRing ring({1000, 1 << 20, 10, 1 << 16});
    for (int i = 0; i < 95; ++i)
        append(ring, "job-" + QByteArray::number(i % 3), "text " + QByteArray::number(i));
    QCOMPARE(ring.count(), 95);
    for (int i = 0; i < 95; ++i) {
        QCOMPARE(ring.text(i).toByteArray(), "text " + QByteArray::number(i));
        QCOMPARE(ring.jobId(ring.at(i).job), "job-" + QByteArray::number(i % 3));
    }
}

void EventRingTest::evictsByRows()
{
    ui::EventRing ring({100, 1 << 20, 10, 1 << 16});
    for (int i = 0; i < 1000; ++i) {
        append(ring, "a", QByteArray::number(i));
        QVERIFY(ring.count() <= 100);
        QCOMPARE(ring.end(), i + 1);
    }
    QVERIFY(ring.count() > 80);
    QVERIFY(!ring.holds(ring.first() - 1));
    QCOMPARE(ring.text(ring.first()).toByteArray(), QByteArray::number(ring.first()));
    QCOMPARE(ring.text(999).toByteArray(), QByteArray("999"));
}

void EventRingTest::evictsByBytes()
{
    constexpr qint64 most = 64 * 1024;
    ui::EventRing ring({1'000'000, most, 1000, 4096});
    for (int i = 0; i < 500; ++i) {
        append(ring, {}, QByteArray(1000, 'x'));
        QVERIFY(ring.bytes() <= most);
    }
    QVERIFY(ring.count() > 40);
    QCOMPARE(ring.end(), 500);
}

void EventRingTest::reusesNames()
{
    ui::EventRing ring({20, 1 << 20, 5, 1 << 16});
    quint32 highest = 0;
    for (int i = 0; i < 10'000; ++i) {
        append(ring, "job-" + QByteArray::number(i), {});
        highest = qMax(highest, ring.at(i).job);
    }
    QVERIFY(highest <= 26);
    QCOMPARE(ring.interned("job-1"), 0U);
    QVERIFY(ring.interned("job-9999") != 0);
    QCOMPARE(ring.jobId(0), QByteArray());
}

void EventRingTest::cutsOnWholeCharacters()
{
    ui::EventRing ring;
    const QString text = QString(QChar(0xE4)).repeated(4000);
    append(ring, {}, text.toUtf8());
    const QString kept = QString::fromUtf8(ring.text(0));
    QVERIFY(ring.text(0).size() <= ui::EventRing::maxTextBytes);
    QVERIFY(kept.endsWith(QChar(0x2026)));
    QVERIFY(!kept.contains(QChar::ReplacementCharacter));
}

void EventRingTest::scansAcrossBlocks()
{
    ui::EventRing ring({50, 1 << 20, 7, 1 << 16});
    for (int i = 0; i < 120; ++i)
        append(ring, {}, QByteArray::number(i));
    qint64 expected = ring.first();
    const qint64 stopped =
        ring.scan(0, 1000, [&](qint64 sequence, const ui::LogRow &, QByteArrayView text) {
            [&] { QCOMPARE(sequence, expected); }();
            [&] { QCOMPARE(text.toByteArray(), QByteArray::number(sequence)); }();
            ++expected;
            return sequence < 110;
        });
    QCOMPARE(stopped, 111);
    QCOMPARE(expected, 111);
    QCOMPARE(ring.scan(120, 500, [](auto, const auto &, auto) { return true; }), 120);
}

void EventRingTest::clearKeepsNumbering()
{
    ui::EventRing ring;
    append(ring, "a", "one");
    ring.clear();
    QCOMPARE(ring.count(), 0);
    QCOMPARE(ring.bytes(), 0);
    append(ring, "a", "two");
    QCOMPARE(ring.first(), 1);
    QCOMPARE(ring.text(1).toByteArray(), QByteArray("two"));
}

QTEST_GUILESS_MAIN(EventRingTest)
#include "tst_eventring.moc"
