// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/http/framing.h"

#include <QTest>

using namespace hub;
using test::feedAll;
using test::Framing;
using test::headerLimit;
using test::makeFramer;
using test::verdict;
using Phase = RequestFramer::Phase;

namespace {

const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n";
const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\n";
const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

void row(const char *name, const QByteArray &bytes, const QByteArray &expected)
{
    QTest::newRow(name) << bytes << expected;
}

void addTargets()
{
    row("nothing", "", "head");
    row("half a line", "GET / HT", "head");
    row("no end of head", get, "head");
    row("plain", get + "\r\n", "GET / []");
    row("empty lines before", "\r\n\r\n" + get + "\r\n", "GET / []");
    row("query", "GET /a%2Fb?x=1&y=a+b%20c&z&&%zz=% HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a%2Fb (x=1) (y=a b c) (z=) (%zz=%) []");
    row("head", "HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n", "GET /x [] head");
    row("any token is a method", "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", "BREW /pot []");
    row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS * []");
    row("absolute target", "GET http://b:80/x?q=1 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /x (q=1) []");
    row("absolute target, no path", "GET HTTP://b?q=1 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / (q=1) []");
    row("double slash", "GET //x/y HTTP/1.1\r\nHost: a\r\n\r\n", "GET //x/y []");
    row("host with port", "GET / HTTP/1.1\r\nHost: [::1]:4354\r\n\r\n", "GET / []");
}

void addVersions()
{
    row("1.0", "GET / HTTP/1.0\r\n\r\n", "GET / [] close");
    row("1.0 keep-alive", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "GET / []");
    row("1.1 close", get + "Connection: x, Close\r\n\r\n", "GET / [] close");
    row("close wins", get + "Connection: close\r\nConnection: keep-alive\r\n\r\n",
        "GET / [] close");
    row("0.9", "GET /\r\n\r\n", "400 bad_request");
    row("2.0", "PRI * HTTP/2.0\r\n\r\n", "505 http_version");
    row("1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", "505 http_version");
    row("version malformed", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", "400 bad_request");
    row("version in lower case", "GET / http/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
}

void addHosts()
{
    row("no host", "GET / HTTP/1.1\r\n\r\n", "400 bad_host");
    row("two hosts", get + "host: a\r\n\r\n", "400 bad_host");
    row("two hosts on 1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", "400 bad_host");
    row("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "400 bad_host");
    row("host with user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", "400 bad_host");
    row("host with path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "400 bad_host");
    row("host with bad port", "GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n", "400 bad_host");
    row("host with open bracket", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", "400 bad_host");
}

void addFields()
{
    row("bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", "400 bad_request");
    row("bare LF ends the head", get + "\n", "400 bad_request");
    row("bare CR", "GET / HTTP/1.1\rHost: a\r\n\r\n", "400 bad_request");
    row("two CR", "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", "400 bad_request");
    row("NUL in a value", get + QByteArray("X: a\0b\r\n\r\n", 10), "400 bad_request");
    row("control byte in a value",
        get
            + "X: a\x01"
              "b\r\n\r\n",
        "400 bad_request");
    row("TLS hello", QByteArray("\x16\x03\x01\x02", 4), "400 bad_request");
    row("tab in a value", get + "X: a\tb\r\n\r\n", "GET / []");
    row("obs-text in a value", get + "X: caf\xe9\r\n\r\n", "GET / []");
    row("obs-fold", get + "X: a\r\n b\r\n\r\n", "400 bad_request");
    row("space before the colon", get + "X : a\r\n\r\n", "400 bad_request");
    row("no colon", get + "X\r\n\r\n", "400 bad_request");
    row("no name", get + ": a\r\n\r\n", "400 bad_request");
    row("name not a token", get + "X[]: a\r\n\r\n", "400 bad_request");
}

void addRequestLines()
{
    row("method not a token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("space before the method", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("tab for space", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("space after the version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "400 bad_request");
    row("fragment", "GET /#x HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("raw UTF-8 in the target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("bad escape in the path", "GET /%g0 HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("cut escape in the path", "GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("escaped NUL in the path", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("escaped NUL in the query", "GET /?a=%00 HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("asterisk for GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("authority target", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("other scheme", "GET ftp://a/x HTTP/1.1\r\nHost: a\r\n\r\n", "400 bad_request");
    row("absolute target with user", "GET http://u@b/x HTTP/1.1\r\nHost: a\r\n\r\n",
        "400 bad_request");
}

void addHeaderLimits()
{
    row("eight headers", get + QByteArray("X: a\r\n").repeated(7) + "\r\n", "GET / []");
    row("nine headers", get + QByteArray("X: a\r\n").repeated(8) + "\r\n", "431 header_too_large");
    row("huge header", get + "X: " + QByteArray(headerLimit, 'a'), "431 header_too_large");
    row("huge request line", "GET /" + QByteArray(headerLimit, 'a'), "431 header_too_large");
}

void addLengths()
{
    row("length", post + "Content-Length: 5\r\n\r\nhello", "POST / [hello]");
    row("length with space around", post + "Content-Length: \t 5 \r\n\r\nhello", "POST / [hello]");
    row("length zero", post + "Content-Length: 0\r\n\r\n", "POST / []");
    row("no length", post + "\r\n", "POST / []");
    row("body of GET", get + "Content-Length: 2\r\n\r\nhi", "GET / [hi]");
    row("body incomplete", post + "Content-Length: 5\r\n\r\nhell", "body");
    row("body of the limit", post + "Content-Length: 32\r\n\r\n" + QByteArray(32, 'b'),
        "POST / [" + QByteArray(32, 'b') + ']');
    row("body over the limit", post + "Content-Length: 33\r\n\r\n", "413 body_too_large");
    row("larger limit by path",
        "POST /batch HTTP/1.1\r\nHost: a\r\nContent-Length: 33\r\n\r\n" + QByteArray(33, 'b'),
        "POST /batch [" + QByteArray(33, 'b') + ']');
}

void addWrongLengths()
{
    row("absurd length", post + "Content-Length: 99999999999999999999999\r\n\r\n",
        "413 body_too_large");
    row("negative length", post + "Content-Length: -1\r\n\r\n", "400 bad_length");
    row("length with plus", post + "Content-Length: +5\r\n\r\nhello", "400 bad_length");
    row("length in hex", post + "Content-Length: 0x5\r\n\r\nhello", "400 bad_length");
    row("length empty", post + "Content-Length:\r\n\r\n", "400 bad_length");
    row("length list", post + "Content-Length: 5, 5\r\n\r\nhello", "400 bad_length");
    row("two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "400 bad_length");
    row("equal lengths", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        "400 bad_length");
    row("length and coding",
        post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "400 bad_length");
    row("unknown coding", post + "Transfer-Encoding: gzip\r\n\r\n", "501 bad_length");
    row("coding list", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", "501 bad_length");
    row("coding twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
        "501 bad_length");
    row("coding disguised", post + "Transfer-Encoding: xchunked\r\n\r\n", "501 bad_length");
    row("coding on 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "400 bad_length");
}

void addChunks()
{
    row("chunked", chunked + "3\r\nabc\r\n002\r\nde\r\n0\r\n\r\n", "POST / [abcde]");
    row("chunked, other case",
        post + "Transfer-Encoding: Chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n",
        "POST / [0123456789]");
    row("chunk extension", chunked + "3;a=\"b\"\r\nabc\r\n0;x\r\n\r\n", "POST / [abc]");
    row("trailer", chunked + "3\r\nabc\r\n0\r\nX: y\r\nZ: 1\r\n\r\n", "POST / [abc]");
    row("no last chunk", chunked + "3\r\nabc\r\n", "body");
    row("trailer unfinished", chunked + "0\r\nX: y\r\n", "body");
    row("chunked over the limit", chunked + "20\r\n" + QByteArray(32, 'c') + "\r\n1\r\n",
        "413 body_too_large");
    row("huge chunk", chunked + "7fffffff\r\n", "413 body_too_large");
}

void addWrongChunks()
{
    row("chunk size overflow", chunked + "100000000000000001\r\n", "400 bad_request");
    row("chunk size negative", chunked + "-3\r\nabc\r\n", "400 bad_request");
    row("chunk size with prefix", chunked + "0x3\r\nabc\r\n", "400 bad_request");
    row("chunk size with space", chunked + "3 \r\nabc\r\n", "400 bad_request");
    row("chunk size missing", chunked + "\r\nabc\r\n", "400 bad_request");
    row("chunk size ends in LF", chunked + "3\nabc\r\n", "400 bad_request");
    row("chunk too long", chunked + "3\r\nabcd\r\n", "400 bad_request");
    row("chunk ends in LF", chunked + "3\r\nabc\n0\r\n\r\n", "400 bad_request");
    row("chunk extension too long", chunked + "3;" + QByteArray(300, 'e'), "400 bad_request");
    row("chunk extension with LF", chunked + "3;a\nb\r\n", "400 bad_request");
    row("trailer with bare LF", chunked + "0\r\nX: y\n\r\n", "400 bad_request");
    row("trailer too long", chunked + "0\r\n" + QByteArray(5000, 't'), "400 bad_request");
}

void addExpectations()
{
    row("expect", post + "Expect: 100-Continue\r\nContent-Length: 5\r\n\r\n", "body, continue");
    row("expect, chunked", post + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n",
        "body, continue");
    row("expect without body", post + "Expect: 100-continue\r\n\r\n", "POST / []");
    row("expect on 1.0", "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n",
        "body");
    row("expect too much", post + "Expect: 100-continue\r\nContent-Length: 33\r\n\r\n",
        "413 body_too_large");
    row("expect something else", post + "Expect: coffee\r\nContent-Length: 5\r\n\r\n",
        "417 expectation_failed");
}

} // namespace

class TestRequestFramer : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data();
    void verdicts();
    void headersKeepOrderAndValue();
    void absoluteTargetReplacesHost();
    void pipelinedRequestsOneByOne();
    void aSecondRequestStartsAfresh();
    void headLimitIsExact();
    void continueIsDueOnce();
    void continueIsNotDueOnceTheBodyComes();
    void stopsBeforeTheBody();
    void discardsABody();
    void discardsOnlyShortBodies_data();
    void discardsOnlyShortBodies();
};

void TestRequestFramer::verdicts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    addTargets();
    addVersions();
    addHosts();
    addFields();
    addRequestLines();
    addHeaderLimits();
    addLengths();
    addWrongLengths();
    addChunks();
    addWrongChunks();
    addExpectations();
}

void TestRequestFramer::verdicts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    for (const qsizetype step : {bytes.size() + 1, qsizetype{1}, qsizetype{7}}) {
        Framing framer;
        feedAll(framer, bytes, step);
        QCOMPARE(verdict(framer), expected);
    }
}

void TestRequestFramer::headersKeepOrderAndValue()
{
    Framing framer;
    framer.feed(
        "GET / HTTP/1.1\r\nHost: a\r\nX-B: 1\r\nx-a:\t two words \r\nX-B: 3\r\nEmpty:\r\n\r\n");
    QCOMPARE(framer.framer.phase(), Phase::Complete);
    const FramedRequest framed = framer.take();
    const QList<std::pair<QByteArray, QByteArray>> expected{
        {"host", "a"}, {"x-b", "1"}, {"x-a", "two words"}, {"x-b", "3"}, {"empty", ""}};
    QCOMPARE(framed.request.headers, expected);
}

void TestRequestFramer::absoluteTargetReplacesHost()
{
    Framing framer;
    framer.feed("GET http://evil.example/x HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(framer.framer.phase(), Phase::Complete);
    QCOMPARE(framer.take().request.header("host"), QByteArray("evil.example"));
}

void TestRequestFramer::pipelinedRequestsOneByOne()
{
    const QByteArray bytes = "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nGET"
                             "GET /2 HTTP/1.1\r\nHost: a\r\n\r\nrest";
    Framing framer;
    qsizetype left = feedAll(framer, bytes, bytes.size());
    QCOMPARE(framer.feed("GET"), 0); // nothing more is read until the request is taken
    QCOMPARE(verdict(framer), QByteArray("POST /1 [GET]"));
    left = feedAll(framer, QByteArrayView(bytes).last(left), left);
    QCOMPARE(verdict(framer), QByteArray("GET /2 []"));
    QCOMPARE(left, 4);
}

void TestRequestFramer::aSecondRequestStartsAfresh()
{
    Framing framer;
    framer.feed(
        "POST /1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        "2\r\nhi\r\n0\r\n\r\n");
    QCOMPARE(verdict(framer), QByteArray("POST /1 [hi] close"));
    QVERIFY(!framer.framer.started());
    framer.feed("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(verdict(framer), QByteArray("GET /2 []"));
}

void TestRequestFramer::headLimitIsExact()
{
    const QByteArray start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    const QByteArray end = "\r\n\r\n";
    for (const qsizetype over : {0, 1}) {
        Framing framer;
        framer.feed(start + QByteArray(headerLimit - start.size() - end.size() + over, 'x') + end);
        QCOMPARE(framer.framer.phase(), over ? Phase::Rejected : Phase::Complete);
    }
}

void TestRequestFramer::continueIsDueOnce()
{
    Framing framer;
    framer.feed("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(framer.framer.takeContinue());
    QVERIFY(!framer.framer.takeContinue());
    framer.feed("hi");
    QCOMPARE(verdict(framer), QByteArray("POST / [hi]"));
}

void TestRequestFramer::continueIsNotDueOnceTheBodyComes()
{
    Framing framer;
    framer.feed("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nh");
    QVERIFY(!framer.framer.takeContinue());
}

void TestRequestFramer::stopsBeforeTheBody()
{
    RequestFramer framer = makeFramer();
    const QByteArray head = "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n";
    QCOMPARE(framer.feed(head + "abc"), head.size());
    QCOMPARE(framer.phase(), Phase::HeadComplete);
    QCOMPARE(framer.feed("abc"), 0);
    QCOMPARE(framer.take().request.path, QByteArray("/1"));
    framer.admitBody(3);
    QCOMPARE(framer.feed("abcGET"), 3);
    QCOMPARE(framer.phase(), Phase::Complete);
    QCOMPARE(framer.takeBody(), QByteArray("abc"));
    QCOMPARE(framer.phase(), Phase::Head);
}

void TestRequestFramer::discardsABody()
{
    RequestFramer framer = makeFramer();
    framer.feed("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");
    QVERIFY(framer.canDiscard(3));
    framer.discardBody();
    QCOMPARE(framer.feed("ab"), 2);
    QCOMPARE(framer.keptBytes(), 0);
    QCOMPARE(framer.feed("cGET"), 1);
    QCOMPARE(framer.phase(), Phase::Complete);
    QVERIFY(framer.takeBody().isEmpty());
}

void TestRequestFramer::discardsOnlyShortBodies_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("can");
    QTest::newRow("short") << QByteArray("Content-Length: 10") << true;
    QTest::newRow("long") << QByteArray("Content-Length: 11") << false;
    QTest::newRow("of unknown length") << QByteArray("Transfer-Encoding: chunked") << false;
    QTest::newRow("not sent yet") << QByteArray("Content-Length: 5\r\nExpect: 100-continue")
                                  << false;
}

void TestRequestFramer::discardsOnlyShortBodies()
{
    QFETCH(QByteArray, field);
    RequestFramer framer = makeFramer();
    framer.feed("POST / HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n");
    QTEST(framer.canDiscard(10), "can");
}

QTEST_GUILESS_MAIN(TestRequestFramer)
#include "tst_requestframer.moc"
