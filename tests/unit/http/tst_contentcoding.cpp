// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/contentcoding.h"

#include <QTest>

#include <zlib.h>

using namespace hub;

namespace {

constexpr int gzip = 15 + 16; ///< Window bits that make zlib write gzip.

QByteArray compress(const QByteArray &body, int windowBits = gzip)
{
    QByteArray packed(static_cast<qsizetype>(::compressBound(uLong(body.size()))) + 64, '\0');
    z_stream stream{};
    if (::deflateInit2(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    ::deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    ::deflateEnd(&stream);
    return packed;
}

/// The body, or the code of the error.
QByteArray word(const Result<QByteArray> &result)
{
    return result ? *result : "error " + result.error().code;
}

} // namespace

class TestContentCoding : public QObject
{
    Q_OBJECT

private slots:
    void readsTheHeader_data();
    void readsTheHeader();
    void decodesNow_data();
    void decodesNow();
    void answersErrors_data();
    void answersErrors();
    void decodesSmallBodiesAtOnce();
    void decodesLargeBodiesInTurns();
    void countsItsMemory();
    void isNotDoneForADeadContext();
};

void TestContentCoding::readsTheHeader_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    for (const char *none : {"", " ", "identity", "IDENTITY", " identity\t"})
        QTest::addRow("'%s'", none) << QByteArray(none) << QByteArray("none");
    for (const char *coding : {"gzip", "GZip", "x-gzip", " gzip "})
        QTest::addRow("'%s'", coding) << QByteArray(coding) << QByteArray("gzip");
    QTest::newRow("deflate") << QByteArray("deflate") << QByteArray("deflate");
    for (const char *unknown :
         {"br", "zstd", "gzip, gzip", "gzip,identity", "compress", "gzip;q=1"})
        QTest::newRow(unknown) << QByteArray(unknown) << QByteArray("unsupported_media_type");
}

void TestContentCoding::readsTheHeader()
{
    QFETCH(QByteArray, value);
    const auto coding = contentCoding(value);
    QByteArray found = "none";
    if (!coding)
        found = coding.error().code;
    else if (*coding)
        found = **coding == Inflater::Coding::Gzip ? "gzip" : "deflate";
    QTEST(found, "expected");
}

void TestContentCoding::decodesNow_data()
{
    QTest::addColumn<Inflater::Coding>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, Inflater::Coding coding, const QByteArray &body,
                        const QByteArray &expected) {
        QTest::newRow(name) << coding << body << expected;
    };
    const QByteArray text = "a body";
    const QByteArray packed = compress(text);
    row("gzip", Inflater::Coding::Gzip, packed, text);
    row("zlib", Inflater::Coding::Deflate, compress(text, 15), text);
    row("the limit", Inflater::Coding::Gzip, compress(QByteArray(100, 'x')), QByteArray(100, 'x'));
    row("above the limit", Inflater::Coding::Gzip, compress(QByteArray(101, 'x')),
        "error body_too_large");
    row("a bomb", Inflater::Coding::Gzip, compress(QByteArray(50'000'000, '\0')),
        "error body_too_large");
    row("nothing", Inflater::Coding::Gzip, {}, "error bad_encoding");
    row("truncated", Inflater::Coding::Gzip, packed.chopped(1), "error bad_encoding");
    row("not compressed", Inflater::Coding::Gzip, text, "error bad_encoding");
    row("wrong checksum", Inflater::Coding::Gzip,
        packed.chopped(8) + QByteArray(4, 'c') + packed.last(4), "error bad_encoding");
}

void TestContentCoding::decodesNow()
{
    QFETCH(Inflater::Coding, coding);
    QFETCH(QByteArray, body);
    QTEST(word(decodeNow(coding, body, 100)), "expected");
}

void TestContentCoding::answersErrors_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("status");
    QTest::newRow("coding") << QByteArray("unsupported_media_type") << 415;
    QTest::newRow("size") << QByteArray("body_too_large") << 413;
    QTest::newRow("bytes") << QByteArray("bad_encoding") << 400;
    QTest::newRow("memory") << QByteArray("busy") << 503;
}

void TestContentCoding::answersErrors()
{
    QFETCH(QByteArray, code);
    const Response response = codingProblem({code, QStringLiteral("why")});
    QTEST(response.status, "status");
    QCOMPARE(response.headers.contains({"Accept-Encoding", "gzip, deflate"}),
             response.status == 415);
    QCOMPARE(response.headers.contains({"Retry-After", "1"}), response.status == 503);
}

void TestContentCoding::decodesSmallBodiesAtOnce()
{
    QObject context;
    QByteArray found;
    decodeLater(&context, Inflater::Coding::Gzip, compress("small"), 100, nullptr,
                [&](const Result<QByteArray> &result) { found = word(result); });
    QCOMPARE(found, QByteArray("small"));
}

void TestContentCoding::decodesLargeBodiesInTurns()
{
    const QByteArray body(3'000'000, 'x');
    QObject context;
    QByteArray found;
    int between = 0; // other work of the event loop
    decodeLater(&context, Inflater::Coding::Gzip, compress(body), body.size(), nullptr,
                [&](const Result<QByteArray> &result) { found = word(result); });
    while (found.isEmpty() && between < 1'000) {
        ++between;
        QCoreApplication::processEvents();
    }
    QCOMPARE(found, body);
    QVERIFY(between > 2);
}

void TestContentCoding::countsItsMemory()
{
    constexpr qint64 turn = 256 * 1024;
    ByteBudget budget({4 * turn, 4 * turn});
    const auto hold = std::make_shared<ByteBudget::Hold>(*budget.take("a", 0));
    QObject context;
    QByteArray found;
    decodeLater(&context, Inflater::Coding::Gzip, compress(QByteArray(5 * turn, 'x')), 100 * turn,
                hold, [&](const Result<QByteArray> &result) { found = word(result); });
    QTRY_COMPARE(found, QByteArray("error busy"));
    QCOMPARE(hold->bytes(), 4 * turn);
}

void TestContentCoding::isNotDoneForADeadContext()
{
    auto context = std::make_unique<QObject>();
    bool done = false;
    decodeLater(context.get(), Inflater::Coding::Gzip, compress(QByteArray(1'000'000, 'x')),
                2'000'000, nullptr, [&](const Result<QByteArray> &) { done = true; });
    QVERIFY(!done);
    context.reset();
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(!done);
}

QTEST_GUILESS_MAIN(TestContentCoding)
#include "tst_contentcoding.moc"
