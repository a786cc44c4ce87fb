// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/chunkeddecoder.h"

#include <QTest>

using namespace hub;
using Phase = ChunkedDecoder::Phase;

namespace {

constexpr qint64 limit = 16;

/// What became of a body: the decoded bytes, `more` when the body is not complete, or the refusal.
QByteArray outcomeOf(QByteArrayView bytes, qsizetype step, qsizetype *left = nullptr)
{
    ChunkedDecoder decoder(limit);
    QByteArray body;
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min(step, bytes.size()));
        const qsizetype taken = decoder.feed(piece, body);
        bytes = bytes.sliced(taken);
        if (taken < piece.size())
            break;
    }
    if (left)
        *left = bytes.size();
    if (decoder.phase() == Phase::Refused)
        return QByteArray::number(decoder.rejection().status) + ' '
               + decoder.rejection().error.code;
    return decoder.phase() == Phase::Done ? '[' + body + ']' : "more";
}

void row(const char *name, const QByteArray &bytes, const QByteArray &expected)
{
    QTest::newRow(name) << bytes << expected;
}

} // namespace

class TestChunkedDecoder : public QObject
{
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void extensionAndTrailerLimitsAreExact();
    void leavesTheNextRequestAlone();
    void decodesNothingOfAChunkThatIsTooLarge();
};

void TestChunkedDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    row("empty", "0\r\n\r\n", "[]");
    row("one chunk", "3\r\nabc\r\n0\r\n\r\n", "[abc]");
    row("several chunks", "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", "[abc]");
    row("line ends are data", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "[\r\n\r\n]");
    row("capital digits", "A\r\n0123456789\r\n0\r\n\r\n", "[0123456789]");
    row("small digits", "a\r\n0123456789\r\n0\r\n\r\n", "[0123456789]");
    row("leading zeros", "00000003\r\nabc\r\n00\r\n\r\n", "[abc]");
    row("extensions", "3;a=b;c=\"d\"\r\nabc\r\n0;e\r\n\r\n", "[abc]");
    row("trailer fields", "1\r\na\r\n0\r\nX: 1\r\nY: 2\r\n\r\n", "[a]");
    row("the limit", "10\r\n0123456789abcdef\r\n0\r\n\r\n", "[0123456789abcdef]");
    row("nothing", "", "more");
    row("half a size", "1", "more");
    row("half a chunk", "3\r\nab", "more");
    row("no last chunk", "3\r\nabc\r\n", "more");
    row("no end of the trailer", "0\r\nX: 1\r\n", "more");
}

void TestChunkedDecoder::decodes()
{
    QFETCH(QByteArray, bytes);
    for (const qsizetype step : {bytes.size() + 1, qsizetype{1}, qsizetype{3}})
        QTEST(outcomeOf(bytes, step), "expected");
}

void TestChunkedDecoder::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray bad = "400 bad_request";
    row("no size", "\r\n", bad);
    row("a sign", "+3\r\nabc\r\n", bad);
    row("negative", "-3\r\nabc\r\n", bad);
    row("a prefix", "0x3\r\nabc\r\n", bad);
    row("a space before the size", " 3\r\nabc\r\n", bad);
    row("a space after the size", "3 \r\nabc\r\n", bad);
    row("nine digits", "000000003\r\nabc\r\n", bad);
    row("bare LF after the size", "3\nabc\r\n", bad);
    row("bare CR after the size", "3\rabc\r\n", bad);
    row("LF in an extension", "3;a\nb\r\nabc\r\n", bad);
    row("NUL in an extension", QByteArray("3;a\0\r\n", 6), bad);
    row("longer than its size", "3\r\nabcd\r\n", bad);
    row("bare LF after the data", "3\r\nabc\n", bad);
    row("bare CR after the data", "3\r\nabc\r0", bad);
    row("bare LF in the trailer", "0\r\nX: 1\n\r\n", bad);
    row("bare CR in the trailer", "0\r\nX: 1\rY\r\n", bad);
    row("NUL in the trailer", QByteArray("0\r\nX: \0\r\n", 9), bad);
    row("one byte above the limit", "11\r\n", "413 body_too_large");
    row("chunks above the limit", "10\r\n0123456789abcdef\r\n1\r\n", "413 body_too_large");
    row("the largest size", "ffffffff\r\n", "413 body_too_large");
}

void TestChunkedDecoder::refuses()
{
    QFETCH(QByteArray, bytes);
    for (const qsizetype step : {bytes.size() + 1, qsizetype{1}, qsizetype{3}})
        QTEST(outcomeOf(bytes, step), "expected");
}

void TestChunkedDecoder::extensionAndTrailerLimitsAreExact()
{
    // The semicolon is not counted, and each extension is counted alone.
    const QByteArray extension = "1;" + QByteArray(256, 'e') + "\r\na\r\n";
    QCOMPARE(outcomeOf(extension + extension + "0\r\n\r\n", 1000), QByteArray("[aa]"));
    QCOMPARE(outcomeOf("1;" + QByteArray(257, 'e') + "\r\na\r\n", 1000),
             QByteArray("400 bad_request"));
    // The trailer is counted with its line ends.
    QCOMPARE(outcomeOf("0\r\n" + QByteArray(4092, 't') + "\r\n\r\n", 9000), QByteArray("[]"));
    QCOMPARE(outcomeOf("0\r\n" + QByteArray(4093, 't') + "\r\n\r\n", 9000),
             QByteArray("400 bad_request"));
}

void TestChunkedDecoder::leavesTheNextRequestAlone()
{
    qsizetype left = 0;
    QCOMPARE(outcomeOf("1\r\na\r\n0\r\n\r\nGET / HTTP/1.1\r\n", 1000, &left), QByteArray("[a]"));
    QCOMPARE(left, qsizetype(strlen("GET / HTTP/1.1\r\n")));
    QCOMPARE(outcomeOf("x3\r\nabc", 1000, &left), QByteArray("400 bad_request"));
    QCOMPARE(left, qsizetype(strlen("3\r\nabc")));
}

void TestChunkedDecoder::decodesNothingOfAChunkThatIsTooLarge()
{
    ChunkedDecoder decoder(limit);
    QByteArray body;
    const QByteArrayView bytes = "2\r\nab\r\n10\r\n0123456789abcdef";
    QCOMPARE(decoder.feed(bytes, body), qsizetype(strlen("2\r\nab\r\n10\r\n")));
    QCOMPARE(decoder.phase(), Phase::Refused);
    QCOMPARE(body, QByteArray("ab"));
    QCOMPARE(decoder.feed("more", body), qsizetype(0));
}

QTEST_GUILESS_MAIN(TestChunkedDecoder)
#include "tst_chunkeddecoder.moc"
