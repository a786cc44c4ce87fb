// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonscanner.h"

#include <QByteArrayList>
#include <QTest>

using namespace hub;

class TestJsonScanner : public QObject
{
    Q_OBJECT

private slots:
    void givesExactTokens_data();
    void givesExactTokens();
};

void TestJsonScanner::givesExactTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("tokens");
    QTest::addColumn<bool>("whole"); // the tokens are the whole text
    using List = QByteArrayList;
    QTest::newRow("empty") << QByteArray() << List() << true;
    QTest::newRow("white space") << QByteArray(" \t\r\n") << List() << true;
    QTest::newRow("object") << QByteArray(R"( {"a\"}" : [1e400 ,-0.50, true], "b":null } )")
                            << List{"{", R"("a\"}")", ":", "[",    "1e400",
                                    ",", "-0.50",     ",", "true", "]",
                                    ",", R"("b")",    ":", "null", "}"}
                            << true;
    QTest::newRow("order is not checked") << QByteArray("},]:") << List{"}", ",", "]", ":"} << true;
    QTest::newRow("no JSON") << QByteArray("[x]") << List{"["} << false;
    QTest::newRow("number without digits") << QByteArray("[1.,2]") << List{"["} << false;
    QTest::newRow("open string") << QByteArray(R"(["a)") << List{"["} << false;
    QTest::newRow("control character") << QByteArray("[\"a\n\"]") << List{"["} << false;
    QTest::newRow("cut-off word") << QByteArray("[tru") << List{"["} << false;
}

void TestJsonScanner::givesExactTokens()
{
    QFETCH(QByteArray, text);
    JsonScanner scanner(text);
    QByteArrayList tokens;
    for (auto token = scanner.nextToken(); !token.isEmpty(); token = scanner.nextToken())
        tokens << token.toByteArray();
    QTEST(tokens, "tokens");
    QTEST(scanner.atEnd(), "whole");
}

QTEST_GUILESS_MAIN(TestJsonScanner)
#include "tst_jsonscanner.moc"
