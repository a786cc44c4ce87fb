// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/responsebytes.h"

#include "tests/support/manualclock.h"

#include <QTest>

using namespace hub;
using test::ManualClock;

class TestResponseBytes : public QObject
{
    Q_OBJECT

private slots:
    void wholeAnswer();
    void headHasTheLengthButNoBody();
    void noContentHasNeither_data();
    void noContentHasNeither();
    void headersCannotSplitTheAnswer_data();
    void headersCannotSplitTheAnswer();
    void dateIsImfFixdate();
    void dateFollowsTheClock();

private:
    ManualClock m_clock{784'111'777'000}; ///< The date of the example in RFC 9110.
};

void TestResponseBytes::wholeAnswer()
{
    AnswerTraits traits;
    traits.headers.emplaceBack("Vary", "Origin");
    const QByteArray bytes =
        responseBytes(Response::json(201, "{}").with("Location", "/x"), traits, m_clock);
    QVERIFY(bytes.startsWith("HTTP/1.1 201 Created\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\n{}\n"));
    for (const char *line : {"Content-Type: application/json", "Content-Length: 3",
                             "Connection: keep-alive", "Location: /x", "Vary: Origin"})
        QCOMPARE(bytes.count(QByteArray("\r\n") + line + "\r\n"), 1);
}

void TestResponseBytes::headHasTheLengthButNoBody()
{
    AnswerTraits traits;
    traits.headOnly = true;
    const QByteArray bytes =
        responseBytes(Response::text(200, "text/plain", "hello"), traits, m_clock);
    QVERIFY(bytes.contains("Content-Length: 5\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\n"));
}

void TestResponseBytes::noContentHasNeither_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("204") << 204;
    QTest::newRow("304") << 304;
}

void TestResponseBytes::noContentHasNeither()
{
    QFETCH(int, status);
    const QByteArray bytes =
        responseBytes(Response::text(status, "text/plain", "must not go out"), {}, m_clock);
    QVERIFY(!bytes.contains("Content-"));
    QVERIFY(bytes.endsWith("\r\n\r\n"));
}

void TestResponseBytes::headersCannotSplitTheAnswer_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line feed") << QByteArray("X-Bad") << QByteArray("a\nSet-Cookie: x");
    QTest::newRow("carriage return") << QByteArray("X-Bad") << QByteArray("a\rb");
    QTest::newRow("NUL") << QByteArray("X-Bad") << QByteArray("a\0b", 3);
    QTest::newRow("in the name") << QByteArray("X-Bad: 1\r\nX-B") << QByteArray("a");
}

void TestResponseBytes::headersCannotSplitTheAnswer()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto refused = [&](const QByteArray &bytes) {
        QVERIFY(!bytes.contains("X-Bad"));
        QVERIFY(bytes.contains("X-Good: 1\r\n"));
    };
    refused(responseBytes(Response::empty(200).with(name, value).with("X-Good", "1"), {}, m_clock));
    refused(streamHeadBytes({{name, value}, {"X-Good", "1"}}, {}, m_clock));
}

void TestResponseBytes::dateIsImfFixdate()
{
    QCOMPARE(httpDate(784111777000), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
}

void TestResponseBytes::dateFollowsTheClock()
{
    const auto dateOf = [](const QByteArray &bytes) {
        const qsizetype start = bytes.indexOf("\r\nDate: ") + 8;
        return bytes.sliced(start, bytes.indexOf("\r\n", start) - start);
    };
    const auto date = [&] { return dateOf(responseBytes(Response::empty(204), {}, m_clock)); };
    QCOMPARE(date(), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    m_clock.advance(999);
    QCOMPARE(date(), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    m_clock.advance(1);
    QCOMPARE(date(), QByteArray("Sun, 06 Nov 1994 08:49:38 GMT"));
    QCOMPARE(dateOf(streamHeadBytes({}, {}, m_clock)), date());
    m_clock.setWall(0); // a clock may also be set back
    QCOMPARE(date(), QByteArray("Thu, 01 Jan 1970 00:00:00 GMT"));
}

QTEST_GUILESS_MAIN(TestResponseBytes)
#include "tst_responsebytes.moc"
