// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonlayout.h"

#include <QTest>

using namespace hub;

class TestJsonLayout : public QObject
{
    Q_OBJECT

private slots:
    void compacts_data();
    void compacts();
    void spaces();
    void indents();
    void boundsTheResult();
};

void TestJsonLayout::compacts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("empty", "", "");
    row("exact text", "{ \"b\" :\t[1e400 , -0.50],\r\n\"a\\u00e4 \\\" ,\" : {} }",
        "{\"b\":[1e400,-0.50],\"a\\u00e4 \\\" ,\":{}}");
    row("byte order mark", "\xEF\xBB\xBF[ 1 ]", "\xEF\xBB\xBF[1]");
    row("open string", "[ 1, \"a b", "[1,\"a b");
    row("not JSON", "[ 1,\n two words,\t\r\n\"three", "[1,two words,\"three");
}

void TestJsonLayout::compacts()
{
    QFETCH(QByteArray, text);
    QTEST(laidOut(text, {}), "expected");
}

void TestJsonLayout::spaces()
{
    QCOMPARE(laidOut(R"({"a":[1,2],"b":{}})", {" ", " "}), R"({"a": [1, 2], "b": {}})");
}

void TestJsonLayout::indents()
{
    QCOMPARE(laidOut(R"({"a":[1,{}],"b":[]})", {"", " ", 2}),
             "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}");
}

void TestJsonLayout::boundsTheResult()
{
    QCOMPARE(laidOut("[ 1 ]", {}, 3), "[1]");
    QVERIFY(laidOut("[ 1 ]", {}, 2).isNull());
    QVERIFY(laidOut("[ x ]", {}, 2).isNull());
}

QTEST_GUILESS_MAIN(TestJsonLayout)
#include "tst_jsonlayout.moc"
