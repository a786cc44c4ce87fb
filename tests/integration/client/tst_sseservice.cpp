// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/client/serviceharness.h"

using test::ServiceHarness;

namespace {
QString word(const char *text)
{
    return QString::fromUtf8(text);
}
} // namespace

/// The main cases of the SSE contract-test protocol for test services, over real sockets.
class TestSseService : public QObject
{
    Q_OBJECT

private slots:
    void introducesItself();
    void refusesWhatItDoesNotKnow();
    void asksAndReports();
    void reportsStreams_data();
    void reportsStreams();
    void endsALineAtALoneCarriageReturn();
    void reportsCommentsAtOnce();
    void continuesWithTheLastId();
    void followsRedirects_data();
    void followsRedirects();
    void reportsBadRedirectsFirst_data();
    void reportsBadRedirectsFirst();
    void obeys204();
    void restartsWithoutAnError();
    void givesUpSilence();
    void repeatsMethodAndBody();
    void waitsForRetry();
    void closesOnRequest();
    void takesFourteenMegabytes();
    void ends();
};

void TestSseService::introducesItself()
{
    ServiceHarness h;
    QVERIFY(h.isUp());
    const auto answer = h.call("GET", "/");
    QCOMPARE(answer.status, 200);
    const QJsonArray capabilities = QJsonDocument::fromJson(answer.body)
                                        .object()
                                        .value(QLatin1String("capabilities"))
                                        .toArray();
    for (const char *name : {"bom", "comments", "headers", "last-event-id", "post", "report",
                             "read-timeout", "restart", "server-directed-shutdown-request"})
        QVERIFY2(capabilities.contains(word(name)), name);
}

void TestSseService::refusesWhatItDoesNotKnow()
{
    ServiceHarness h;
    QCOMPARE(h.call("POST", "/", "{}").status, 400);
    QCOMPARE(h.call("POST", "/", "not json").status, 400);
    QCOMPARE(h.call("POST", "/streams/99", R"({"command":"restart"})").status, 404);
    QCOMPARE(h.call("DELETE", "/streams/99").status, 404);
    const QByteArray location = h.open();
    QCOMPARE(h.call("POST", location, R"({"command":"dance"})").status, 400);
    QVERIFY(h.call("POST", location, R"({"command":"listen","listen":{"type":"x"}})").status < 300);
}

void TestSseService::asksAndReports()
{
    ServiceHarness h;
    h.open({{word("headers"), QJsonObject{{word("x-own"), word("1")}}},
            {word("lastEventId"), word("7")}});
    QTRY_COMPARE(h.stream.count(), 1);
    const auto headers = h.stream.request(0).headers;
    QCOMPARE(headers.value("accept"), QByteArray("text/event-stream"));
    QCOMPARE(headers.value("cache-control"), QByteArray("no-cache"));
    QCOMPARE(headers.value("x-own"), QByteArray("1"));
    QCOMPARE(headers.value("last-event-id"), QByteArray("7"));
    h.stream.stream(0, "event: greeting\ndata: Hello\n\n");
    QTRY_COMPARE(h.said(), QStringList{word("event greeting Hello 7")});
}

namespace {

// Rows of reportsStreams(): the chunks of a stream and the reports about it.

void row(const char *name, const QByteArrayList &chunks, const QStringList &said)
{
    QTest::newRow(name) << chunks << said;
}

void addMarks()
{
    row("mark",
        {"\xef\xbb\xbf"
         "data: a\n\n"},
        {word("event message a ")});
    row("mark in parts",
        {"\xef", "\xbb",
         "\xbf"
         "data: a\n\n"},
        {word("event message a ")});
    row("mark as data",
        {"data: \xef\xbb\xbf"
         "a\n\n"},
        {word("event message \ufeffa ")});
    row("two marks as data",
        {"data:\xef\xbb\xbf\xef\xbb\xbf"
         "a\n\n"},
        {word("event message \ufeff\ufeffa ")});
}

void addTruncatedCharacters()
{
    row("truncated before the end of a line", {"data: a\xe2\x82\n\n"},
        {word("event message a\ufffd ")});
    row("truncated before a character", {"data: \xf0\x9f\x98z\n\n"},
        {word("event message \ufffdz ")});
    row("truncated on each line", {"data: \xf0\x9f\ndata: \xc3\n\n"},
        {word("event message \ufffd\n\ufffd ")});
    row("truncated type and id", {"event: t\xe2\x82\nid: 1\xf0\x9f\x98\ndata: a\n\n"},
        {word("event t\ufffd a 1\ufffd")});
    row("longer than needed, surrogate, no UTF-8", {"data: \xc0\xaf \xed\xa0\x80 \xff\n\n"},
        {word("event message \ufffd\ufffd \ufffd\ufffd\ufffd \ufffd ")});
    row("truncated comment", {": a\xe2\x82\n"}, {word("comment  a\ufffd")});
}

void addOtherStreams()
{
    row("nul", {QByteArray("data: a\0b\n\n", 11)}, {QString::fromUtf8("event message a\0b ", 18)});
    row("separators and astral", {"data: \xe2\x80\xa8\xf0\x9f\x98", "\x80\n\n"},
        {word("event message \u2028\U0001F600 ")});
    row("line ends", {"data: a\r", "\ndata: b\n", "data: c\r\n\r\n"},
        {word("event message a\nb\nc ")});
    row("ids", {"id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n"},
        {word("event message a 1"), word("event message b 1"), word("event message c ")});
}

} // namespace

void TestSseService::reportsStreams_data()
{
    QTest::addColumn<QByteArrayList>("chunks");
    QTest::addColumn<QStringList>("said");
    addMarks();
    addTruncatedCharacters();
    addOtherStreams();
}

void TestSseService::reportsStreams()
{
    QFETCH(QByteArrayList, chunks);
    QFETCH(QStringList, said);
    ServiceHarness h;
    h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0);
    for (const QByteArray &chunk : std::as_const(chunks)) {
        h.stream.send(0, chunk);
        // The service answers after it has read the chunk, so that most chunks are read one by one.
        QCOMPARE(h.call("GET", "/").status, 200);
    }
    QTRY_COMPARE(h.said(), said);
}

void TestSseService::endsALineAtALoneCarriageReturn()
{
    ServiceHarness h;
    h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0, "data: a\r\r"); // and nothing after it
    QTRY_COMPARE(h.said(), QStringList{word("event message a ")});
}

void TestSseService::reportsCommentsAtOnce()
{
    ServiceHarness h;
    h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0, ": hi \n");
    QTRY_COMPARE(h.said(), QStringList{word("comment  hi ")});
}

void TestSseService::continuesWithTheLastId()
{
    ServiceHarness h;
    h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0, "id: abc\ndata: a\n\nid: never\ndata: half");
    h.stream.close(0);
    QTRY_COMPARE(h.stream.count(), 2);
    QCOMPARE(h.stream.request(1).headers.value("last-event-id"), QByteArray("abc"));
    h.stream.stream(1, "id\ndata: b\n\n");
    h.stream.close(1);
    QTRY_COMPARE(h.stream.count(), 3);
    // An empty id clears the last one.
    QVERIFY(!h.stream.request(2).headers.contains("last-event-id"));
    QTRY_COMPARE(h.said().filter(word("event")),
                 QStringList({word("event message a abc"), word("event message b ")}));
}

void TestSseService::followsRedirects_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("301") << QByteArray("301");
    QTest::newRow("307") << QByteArray("307");
}

void TestSseService::followsRedirects()
{
    QFETCH(QByteArray, status);
    ServiceHarness h;
    h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.send(0,
                  "HTTP/1.1 " + status + " Moved\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(h.stream.requestsFor("/there").size(), 1);
    h.stream.stream(1, "data: a\n\n");
    QTRY_COMPARE(h.said(), QStringList{word("event message a ")});
}

void TestSseService::reportsBadRedirectsFirst_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << QByteArray("Location: \r\n");
    QTest::newRow("missing") << QByteArray();
}

void TestSseService::reportsBadRedirectsFirst()
{
    QFETCH(QByteArray, header);
    ServiceHarness h;
    h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.send(0, "HTTP/1.1 301 Moved\r\n" + header + "Content-Length: 0\r\n\r\n");
    QTRY_VERIFY(!h.said().isEmpty());
    QCOMPARE(h.said().first(), word("error"));
}

void TestSseService::obeys204()
{
    ServiceHarness h;
    h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.send(0, "HTTP/1.1 204 No Content\r\n\r\n");
    // The answer was processed; a reconnect would come at once, as the delay is 0.
    QTRY_COMPARE(h.said(), QStringList{word("error")});
    QVERIFY(h.call("GET", "/").status == 200);
    QCOMPARE(h.stream.count(), 1);
}

void TestSseService::restartsWithoutAnError()
{
    ServiceHarness h;
    const QByteArray location = h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0, "id: 1\ndata: a\n\n");
    QTRY_COMPARE(h.said().size(), 1);
    QVERIFY(h.call("POST", location, R"({"command":"restart"})").status < 300);
    QTRY_COMPARE(h.stream.count(), 2);
    QTRY_VERIFY(!h.stream.isOpen(0));
    QCOMPARE(h.stream.request(1).headers.value("last-event-id"), QByteArray("1"));
    h.stream.stream(1, "data: b\n\n");
    QTRY_COMPARE(h.said(), QStringList({word("event message a 1"), word("event message b 1")}));
}

void TestSseService::givesUpSilence()
{
    ServiceHarness h;
    h.open({{word("readTimeoutMs"), 500}});
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0, "data: a\n\n");
    QTRY_COMPARE(h.stream.count(), 2);
    h.stream.stream(1, "data: b\n\n");
    QTRY_VERIFY(h.said().size() >= 3);
    QCOMPARE(h.said().first(3),
             QStringList({word("event message a "), word("error"), word("event message b ")}));
}

void TestSseService::repeatsMethodAndBody()
{
    ServiceHarness h;
    h.open({{word("method"), word("REPORT")},
            {word("body"), word("{\"q\":1}")},
            {word("headers"),
             QJsonObject{{word("content-type"), word("application/json; charset=utf-8")}}}});
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0, ":\n");
    h.stream.close(0);
    QTRY_COMPARE(h.stream.count(), 2);
    for (int n : {0, 1}) {
        QCOMPARE(h.stream.request(n).method, QByteArray("REPORT"));
        QCOMPARE(h.stream.request(n).body, QByteArray("{\"q\":1}"));
        QCOMPARE(h.stream.request(n).headers.value("content-type"),
                 QByteArray("application/json; charset=utf-8"));
    }
}

void TestSseService::waitsForRetry()
{
    ServiceHarness h;
    h.open({{word("initialDelayMs"), 3'600'000}});
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0, "retry: 10\n\n");
    h.stream.close(0);
    QTRY_COMPARE(h.stream.count(), 2); // the server's `retry` replaces the initial delay of an hour
}

void TestSseService::closesOnRequest()
{
    ServiceHarness h;
    const QByteArray location = h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    h.stream.stream(0, "data: a\n\n");
    QTRY_COMPARE(h.said().size(), 1);
    QCOMPARE(h.call("DELETE", location).status, 204);
    QTRY_VERIFY(!h.stream.isOpen(0));
    QCOMPARE(h.call("DELETE", location).status, 404);
    QCOMPARE(h.stream.count(), 1);
    QCOMPARE(h.said().size(), 1);
}

void TestSseService::takesFourteenMegabytes()
{
    ServiceHarness h;
    h.open();
    QTRY_COMPARE(h.stream.count(), 1);
    const QByteArray big(14 * 1024 * 1024, 'x');
    h.stream.stream(0, "data: " + big + "\n\n");
    QTRY_COMPARE_WITH_TIMEOUT(h.said().size(), 1, 60'000);
    QVERIFY(h.said().first()
            == word("event message ") + QString::fromLatin1(big) + QLatin1Char(' '));
}

void TestSseService::ends()
{
    ServiceHarness h;
    QVERIFY(h.call("DELETE", "/").status < 300);
    QTRY_COMPARE(h.service().state(), QProcess::NotRunning);
    QCOMPARE(h.service().exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestSseService)
#include "tst_sseservice.moc"
