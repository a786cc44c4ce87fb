// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/feed.h"
#include "tests/support/eventtext.h"
#include "tests/support/gunzip.h"

#include <QTest>

using namespace hub;
using test::eventAt;

namespace {

/// A subscriber that decompresses what it receives.
struct Reader
{
    PackedStream stream;
    test::Gunzip gunzip;
    QByteArray plain;
    qint64 bytes = 0;

    void take(const QByteArray &packed)
    {
        bytes += packed.size();
        plain += gunzip.take(packed);
    }
};

} // namespace

/// Compressed streams that share their blocks.
class TestSegmentPacker : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void oneCompressionForAll();
    void eachEventIsThereAtOnce();
    void aLateJoinerCatchesTheNextRun();
    void somethingInBetweenLeavesTheRun();
    void aSingleReaderStartsOver();
    void endsWithARightChecksum();
    void compressesToAThird_data();
    void compressesToAThird();
    void forgetsTheOneNotUsedForLongest();

private:
    Subscriber *member(int i) { return reinterpret_cast<Subscriber *>(&m_places[i]); }
    /// Publishes the next event and passes it to the readers. Returns the plain frame that each of
    /// them should get.
    QByteArray publish(std::initializer_list<Reader *> readers);

    char m_places[2]{}; // the feed never dereferences its members here
    EventLog m_log{{}, {1'000'000, 5000}};
    PackerPool m_pool;
    std::unique_ptr<Feed> m_feed;
    qint64 m_ms = 0;
};

void TestSegmentPacker::init()
{
    m_log = EventLog({}, {1'000'000, 5000});
    m_feed = std::make_unique<Feed>(Subscription{}, m_log, m_pool, 64 * 1024);
    m_feed->join(member(0));
    m_feed->join(member(1));
    m_ms = 0;
}

QByteArray TestSegmentPacker::publish(std::initializer_list<Reader *> readers)
{
    ++m_ms;
    const QByteArray data = R"({"job_id":"job-)" + QByteArray::number(m_ms * 7919 % 1000)
                            + R"(","status":"processing","progress":)"
                            + QByteArray::number(m_ms % 100)
                            + R"(,"message":"denoising tile of the picture, pass two of three")"
                              R"(,"time":"2026-11-24T10:00:00.000Z"})";
    Event event = eventAt(m_ms, "a", EventType::Log);
    event.data = data;
    const quint64 position = m_log.append(encodeEntry(event, "epoch", 1), false);
    for (Reader *reader : readers)
        reader->take(m_feed->pack(m_feed->segmentFrom(position), reader->stream));
    return m_log.at(position).frame;
}

void TestSegmentPacker::oneCompressionForAll()
{
    Reader one;
    Reader two;
    publish({&one, &two});
    const quint64 position =
        m_log.append(encodeEntry(eventAt(9, "a", EventType::Log), "e", 1), false);
    const QByteArray first = m_feed->pack(m_feed->segmentFrom(position), one.stream);
    const QByteArray second = m_feed->pack(m_feed->segmentFrom(position), two.stream);
    QVERIFY(first.isSharedWith(second));
}

void TestSegmentPacker::eachEventIsThereAtOnce()
{
    Reader reader;
    for (int i = 0; i < 40; ++i) {
        reader.plain.clear();
        const QByteArray sent = publish({&reader});
        QCOMPARE(reader.plain, sent);
    }
}

void TestSegmentPacker::aLateJoinerCatchesTheNextRun()
{
    Reader early;
    Reader late;
    QByteArray after;
    for (int i = 0; i < 5; ++i)
        publish({&early});
    qint64 ofNextRun = 0;
    for (int i = 5; i < 3 * SegmentPacker::runBlocks; ++i) {
        const qint64 before = late.bytes - early.bytes;
        after += publish({&early, &late});
        const qint64 more = late.bytes - early.bytes - before;
        if (i < SegmentPacker::runBlocks)
            QVERIFY(more > 0); // separate blocks without references to earlier ones
        else
            ofNextRun += more;
    }
    QCOMPARE(ofNextRun, qint64(0));
    QCOMPARE(late.plain, after);
    QVERIFY(late.gunzip.ok());
}

void TestSegmentPacker::somethingInBetweenLeavesTheRun()
{
    Reader quiet;
    Reader disturbed;
    QByteArray expected;
    for (int i = 0; i < 40; ++i) {
        expected += publish({&quiet, &disturbed});
        if (i % 10 == 4) {
            disturbed.take(disturbed.stream.pack(QByteArrayView(": beat\n\n")));
            expected += ": beat\n\n";
        }
    }
    QCOMPARE(disturbed.plain, expected);
    QCOMPARE(quiet.plain, expected.replace(": beat\n\n", ""));
}

void TestSegmentPacker::aSingleReaderStartsOver()
{
    m_feed->leave(member(1));
    Reader reader;
    publish({&reader});
    for (int i = 0; i < 3; ++i)
        publish({&reader});
    const qint64 before = reader.bytes;
    publish({&reader});
    const qint64 following = reader.bytes - before;
    reader.take(reader.stream.pack(QByteArrayView(": beat\n\n")));
    publish({&reader}); // begins a new run
    const qint64 beforeNext = reader.bytes;
    publish({&reader});
    QVERIFY(reader.bytes - beforeNext < following * 2); // the block refers to the previous one
}

void TestSegmentPacker::endsWithARightChecksum()
{
    Reader early;
    Reader late;
    for (int i = 0; i < 20; ++i) {
        if (i < 3)
            publish({&early});
        else
            publish({&early, &late});
    }
    for (Reader *reader : {&early, &late}) {
        reader->take(reader->stream.pack(QByteArrayView("event: hub.end\n\n")));
        reader->take(reader->stream.end());
        QVERIFY(reader->gunzip.ended());
    }
}

void TestSegmentPacker::compressesToAThird_data()
{
    QTest::addColumn<bool>("single");
    QTest::newRow("one reader") << true;
    QTest::newRow("many") << false;
}

void TestSegmentPacker::compressesToAThird()
{
    QFETCH(bool, single);
    if (single)
        m_feed->leave(member(1));
    Reader reader;
    qint64 plain = 0;
    for (int i = 0; i < 160; ++i)
        plain += publish({&reader}).size();
    QVERIFY2(reader.bytes * 100 < plain * 35,
             qPrintable(QStringLiteral("%1 of %2").arg(reader.bytes).arg(plain)));
}

void TestSegmentPacker::forgetsTheOneNotUsedForLongest()
{
    const qint64 single = Deflater::bytes(12, 5);
    PackerPool pool(2 * single);
    SegmentPacker a(pool);
    SegmentPacker b(pool);
    SegmentPacker c(pool);
    const auto next = [](SegmentPacker &packer) {
        return packer.next("data: x\n\n", PackerPool::Size::Single, false);
    };
    QCOMPARE(next(a).index, 0);
    QCOMPARE(next(b).index, 0);
    QCOMPARE(next(a).index, 1);
    QCOMPARE(next(c).index, 0); // b has lost its history
    QCOMPARE(pool.bytes(), 2 * single);
    QCOMPARE(next(a).index, 2);
    const quint64 run = next(b).run;
    QCOMPARE(run, quint64(2)); // a new run, so that no reader continues the old one by mistake
}

QTEST_GUILESS_MAIN(TestSegmentPacker)
#include "tst_segmentpacker.moc"
