// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/jsonpointer.h"

#include <QTest>

using namespace hub;

class TestJsonPointer : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
};

void TestJsonPointer::finds_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *pointer, const char *expected) {
        QTest::addRow("\"%s\"", pointer) << QByteArray(pointer) << QByteArray(expected);
    };
    // The examples of RFC 6901, section 5.
    row("/foo", R"(["bar", "baz"])");
    row("/foo/0", R"("bar")");
    row("/foo/1", R"("baz")");
    row("/", "0");
    row("/a~1b", "1");
    row("/c%d", "2");
    row("/e^f", "3");
    row("/g|h", "4");
    row("/i\\j", "5");
    row("/k\"l", "6");
    row("/ ", "7");
    row("/m~0n", "8");
    // Cases that the examples leave out.
    row("/o/p/0/q", "1.00");
    row("/~01", "9");
    row("/foo/2", "");
    row("/foo/-", "");
    row("/foo/00", "");
    row("/foo/01", "");
    row("/foo/x", "");
    row("/foo/99999999999999999999", "");
    row("/foo/0/x", "");
    row("/nothing", "");
    row("/o/p/0/", "");
}

void TestJsonPointer::finds()
{
    QFETCH(QByteArray, pointer);
    const QByteArray document = R"({"foo":["bar", "baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,)"
                                R"("i\\j":5,"k\"l":6," ":7,"m~n":8,"o":{"p":[{"q":1.00}]},"~1":9})";
    const auto parsed = JsonPointer::parse(pointer);
    QVERIFY(parsed);
    QCOMPARE(parsed->toString(), pointer);
    QTEST(parsed->find(document).value_or(QByteArrayView()).toByteArray(), "expected");
    QCOMPARE(JsonPointer::parse("")->find(document)->toByteArray(), document);
}

void TestJsonPointer::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *bad : {"a", "#/a", "/a~", "/~2", "/~/a", " /a"})
        QTest::newRow(bad) << QByteArray(bad);
    QTest::newRow("too long") << QByteArray(1025, '/');
}

void TestJsonPointer::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!JsonPointer::parse(text));
}

QTEST_GUILESS_MAIN(TestJsonPointer)
#include "tst_jsonpointer.moc"
