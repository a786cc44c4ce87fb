// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/sseframe.h"
#include "hub/wire/sseparser.h"

#include <QByteArrayList>
#include <QTest>

using namespace hub;

namespace {
/// Records what a parser reports: `event|type|data|id`, `comment|…`, `retry|…`, `id|…`.
struct Recorder
{
    QByteArrayList heard;

    SseParser::Handlers handlers()
    {
        return {
            [this](const SseEvent &event) {
                heard.append("event|" + event.type + '|' + event.data + '|' + event.lastEventId);
            },
            [this](QByteArrayView text) { heard.append("comment|" + text.toByteArray()); },
            [this](std::chrono::milliseconds retry) {
                heard.append("retry|" + QByteArray::number(qint64{retry.count()}));
            },
            [this](const QByteArray &id) { heard.append("id|" + id); },
        };
    }
};

QByteArrayList parse(QByteArrayView stream, qsizetype chunk)
{
    Recorder recorder;
    SseParser parser(recorder.handlers());
    for (qsizetype at = 0; at < stream.size(); at += chunk)
        parser.feed(stream.sliced(at, qMin(chunk, stream.size() - at)));
    return recorder.heard;
}
void row(const char *name, const QByteArray &stream, const QByteArrayList &heard)
{
    QTest::newRow(name) << stream << heard;
}

void addLineEnds()
{
    row("plain", "data: a\n\n", {"event|message|a|"});
    row("carriage returns", "data: a\r\rdata: b\r\r", {"event|message|a|", "event|message|b|"});
    row("pairs", "data: a\r\n\r\ndata: b\r\n\r\n", {"event|message|a|", "event|message|b|"});
    row("mixed ends", "data: a\r\ndata: b\rdata: c\n\r\n", {"event|message|a\nb\nc|"});
    row("feed then return is two ends", "data: a\n\rdata: b\n\n",
        {"event|message|a|", "event|message|b|"});
    row("nothing at the end", "data: a\n\nid: 9\ndata: b\n", {"event|message|a|"});
    row("blank lines", "\n\n\r\r\n\ndata: a\n\n", {"event|message|a|"});
}

void addFields()
{
    row("named", "event: add\ndata: 1\n\ndata: 2\n\n", {"event|add|1|", "event|message|2|"});
    row("one space", "data:  a\n\ndata:b\n\ndata:\tc\n\n",
        {"event|message| a|", "event|message|b|", "event|message|\tc|"});
    row("no colon", "data\n\n", {"event|message||"});
    row("two empty lines", "data\ndata\n\n", {"event|message|\n|"});
    row("empty value", "data:\n\n", {"event|message||"});
    row("further colons", "data: a: b\n\n", {"event|message|a: b|"});
    row("comments", ": hi\n:\n:a:b\n", {"comment| hi", "comment|", "comment|a:b"});
    row("unknown and odd fields", "foo: 1\nDATA: x\ndata : y\n data: z\nd\ndata: a\n\n",
        {"event|message|a|"});
    row("type without data", "event: x\n\ndata: a\n\n", {"event|message|a|"});
    row("last of repeated", "event: x\nevent: y\nid: 1\nid: 2\ndata: a\n\n", {"event|y|a|2"});
    row("retry", "retry: 10\nretry: 1x\nretry: -1\nretry:\nretry: +5\nretry:  6\nretry: 00020\n",
        {"retry|10", "retry|20"});
    row("retry beyond int", "retry: 99999999999999999999\n", {"retry|2147483647"});
}

void addIds()
{
    row("id stays", "id: 1\ndata: a\n\ndata: b\n\n", {"event|message|a|1", "event|message|b|1"});
    row("id cleared", "id: 1\ndata: a\n\nid\ndata: b\n\n",
        {"event|message|a|1", "event|message|b|"});
    row("id with NUL", QByteArrayLiteral("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n"),
        {"event|message|a|1", "event|message|b|1"});
    row("id alone", "id: 7\n\ndata: a\n\n", {"id|7", "event|message|a|7"});
}

void addMarks()
{
    row("byte order mark",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        {"event|message|a|"});
    row("only the first mark",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: a\n\n",
        {});
    row("half a mark",
        "\xEF\xBB"
        "data: a\n\ndata: b\n\n",
        {"event|message|b|"});
    row("half a mark is a line's start", "\xEF\n:c\n", {"comment|c"});
    row("a mark inside", "data: \xEF\xBB\xBFx\n\n", {"event|message|\xEF\xBB\xBFx|"});
    row("unchanged", QByteArrayLiteral("data: \0\xE2\x80\xA8\xFF\x0B\n\n"),
        {QByteArrayLiteral("event|message|\0\xE2\x80\xA8\xFF\x0B|")});
}

} // namespace

class TestSseParser : public QObject
{
    Q_OBJECT

private slots:
    void followsTheSpecification_data();
    void followsTheSpecification();
    void endsALineAtItsCarriageReturn();
    void carriesLargeEvents();
    void bounds_data();
    void bounds();
    void staysFailedUntilReset();
    void boundsIds_data();
    void boundsIds();
    void resetDropsTheUnfinishedBlock();
    void continuesFromAGivenId();
    void readsWhatTheEncoderWrites_data();
    void readsWhatTheEncoderWrites();
};

void TestSseParser::followsTheSpecification_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("expected");
    addLineEnds();
    addFields();
    addIds();
    addMarks();
}

void TestSseParser::followsTheSpecification()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, expected);
    // The result must not depend on the size of the reads.
    for (qsizetype chunk = 1; chunk <= stream.size(); ++chunk)
        QCOMPARE(parse(stream, chunk), expected);
}

void TestSseParser::endsALineAtItsCarriageReturn()
{
    Recorder recorder;
    SseParser parser(recorder.handlers());
    QVERIFY(parser.feed("data: a\r\n\r"));
    QCOMPARE(recorder.heard, QByteArrayList{"event|message|a|"});
    QVERIFY(parser.feed("\ndata: b\n\n"));
    QCOMPARE(recorder.heard.size(), 2);
}

void TestSseParser::carriesLargeEvents()
{
    QByteArray data(14 * 1024 * 1024, 'x');
    for (qsizetype i = 0; i < data.size(); i += 100'003)
        data[i] = '\n';
    SseEvent got;
    SseParser parser({[&got](const SseEvent &event) { got = event; }, {}, {}, {}});
    const QByteArray stream = *encode({"1", "", data, std::nullopt});
    for (qsizetype at = 0; at < stream.size(); at += 65'536)
        QVERIFY(parser.feed(stream.mid(at, 65'536)));
    QVERIFY(got.data == data);
}

void TestSseParser::bounds_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("fits");
    QTest::newRow("at the bound") << QByteArray("data:" + QByteArray(95, 'x') + "\n\n") << true;
    QTest::newRow("line over it") << QByteArray("data:" + QByteArray(96, 'x')) << false;
    QTest::newRow("comment over it") << QByteArray(':' + QByteArray(100, 'x')) << false;
    QTest::newRow("lines over it") << QByteArray("data:12345678\n").repeated(12) << false;
    QTest::newRow("many events") << QByteArray("data:12345678\n\n").repeated(1000) << true;
}

void TestSseParser::bounds()
{
    QFETCH(QByteArray, stream);
    QFETCH(bool, fits);
    SseParser whole({}, 100);
    QCOMPARE(whole.feed(stream), fits);
    SseParser pieces({}, 100);
    bool accepted = true;
    for (const char c : stream)
        accepted = pieces.feed(QByteArrayView(&c, 1)) && accepted;
    QCOMPARE(accepted, fits);
}

void TestSseParser::staysFailedUntilReset()
{
    Recorder recorder;
    SseParser parser(recorder.handlers(), 10);
    QVERIFY(!parser.feed("data: too long\n\n"));
    QVERIFY(!parser.feed("data: a\n\n"));
    QVERIFY(recorder.heard.isEmpty());
    parser.reset();
    QVERIFY(parser.feed("data: a\n\n"));
    QCOMPARE(recorder.heard, QByteArrayList{"event|message|a|"});
}

void TestSseParser::boundsIds_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("fits");
    QTest::newRow("at the bound") << SseParser::maxIdBytes << true;
    QTest::newRow("one over it") << SseParser::maxIdBytes + 1 << false;
    QTest::newRow("far over it") << qsizetype(1024 * 1024) << false;
}

void TestSseParser::boundsIds()
{
    QFETCH(const qsizetype, size);
    QFETCH(const bool, fits);
    Recorder recorder;
    SseParser parser(recorder.handlers());
    const QByteArray id(size, '7');
    QCOMPARE(parser.feed("id: 1\ndata: a\n\nid: " + id + "\ndata: b\n\n"), fits);
    QCOMPARE(parser.fault(), fits ? SseParser::Fault::None : SseParser::Fault::IdTooLong);
    QCOMPARE(parser.lastEventId(), fits ? id : QByteArray("1"));
    QCOMPARE(recorder.heard.size(), fits ? 2 : 1);
    parser.reset();
    QCOMPARE(parser.fault(), SseParser::Fault::None);
    QVERIFY(parser.feed("data: c\n\n"));
}

void TestSseParser::resetDropsTheUnfinishedBlock()
{
    Recorder recorder;
    SseParser parser(recorder.handlers());
    QVERIFY(parser.feed("id: 1\ndata: a\n\nid: 2\nevent: x\ndata: b\ndat"));
    QCOMPARE(parser.lastEventId(), "1"); // an id counts when its block ends
    parser.reset();
    QVERIFY(parser.feed("\xEF\xBB\xBF"
                        "data: c\n\n"));
    QCOMPARE(recorder.heard, QByteArrayList({"event|message|a|1", "event|message|c|1"}));
}

void TestSseParser::continuesFromAGivenId()
{
    Recorder recorder;
    SseParser parser(recorder.handlers());
    parser.setLastEventId("e.5-0");
    QVERIFY(parser.feed("data: a\n\n"));
    QCOMPARE(recorder.heard, QByteArrayList{"event|message|a|e.5-0"});
}

void TestSseParser::readsWhatTheEncoderWrites_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("line") << QByteArray("a") << QByteArray("a");
    QTest::newRow("leading space") << QByteArray(" a") << QByteArray(" a");
    QTest::newRow("line feeds") << QByteArray("\na\n\nb\n") << QByteArray("\na\n\nb\n");
    QTest::newRow("other ends") << QByteArray("a\rb\r\nc\n\rd") << QByteArray("a\nb\nc\n\nd");
    QTest::newRow("looks like fields") << QByteArray("x\nid: 9\n:c") << QByteArray("x\nid: 9\n:c");
}

void TestSseParser::readsWhatTheEncoderWrites()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, expected);
    const auto frame = encode({"e.1-0", "progress", data, std::chrono::milliseconds(250)});
    QVERIFY(frame);
    QCOMPARE(parse(*frame, frame->size()),
             QByteArrayList({"retry|250", "event|progress|" + expected + "|e.1-0"}));
}

QTEST_GUILESS_MAIN(TestSseParser)
#include "tst_sseparser.moc"
