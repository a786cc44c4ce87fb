// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/sseframe.h"

#include <QTest>

using namespace hub;

class TestSseFrame : public QObject
{
    Q_OBJECT

private slots:
    void encodes_data();
    void encodes();
    void refusesInjection_data();
    void refusesInjection();
};

void TestSseFrame::encodes_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("retry");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray no;
    QTest::newRow("all") << QByteArray("k.1-0") << QByteArray("progress") << QByteArray("{}") << 500
                         << QByteArray("id: k.1-0\nevent: progress\nretry: 500\ndata: {}\n\n");
    QTest::newRow("data only") << no << no << QByteArray("a") << -1 << QByteArray("data: a\n\n");
    QTest::newRow("lines") << no << no << QByteArray("a\nb\rc\r\nd") << -1
                           << QByteArray("data: a\ndata: b\ndata: c\ndata: d\n\n");
    QTest::newRow("blank lines") << no << no << QByteArray("\n\r\r\n") << -1
                                 << QByteArray("data: \ndata: \ndata: \ndata: \n\n");
    QTest::newRow("id only") << QByteArray("k.1-0") << no << no << -1
                             << QByteArray("id: k.1-0\n\n");
    QTest::newRow("retry only") << no << no << no << 0 << QByteArray("retry: 0\n\n");
}

void TestSseFrame::encodes()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, data);
    QFETCH(int, retry);
    QFETCH(QByteArray, expected);
    SseFrame frame{id, event, data, {}};
    if (retry >= 0)
        frame.retry = std::chrono::milliseconds(retry);
    const auto bytes = encode(frame);
    QVERIFY(bytes);
    QCOMPARE(*bytes, expected);
}

void TestSseFrame::refusesInjection_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("line feed") << QByteArray("a\ndata: x");
    QTest::newRow("carriage return") << QByteArray("a\rdata: x");
    QTest::newRow("NUL") << QByteArrayLiteral("a\0b");
}

void TestSseFrame::refusesInjection()
{
    QFETCH(QByteArray, text);
    QVERIFY(!isFieldSafe(text));
    QVERIFY(!encode({text, "a", "x", std::nullopt}));
    QVERIFY(!encode({"1", text, "x", std::nullopt}));
    QVERIFY(encode({"1", "a", text, std::nullopt}));
}

QTEST_GUILESS_MAIN(TestSseFrame)
#include "tst_sseframe.moc"
