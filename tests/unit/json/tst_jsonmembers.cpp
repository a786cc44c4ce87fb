// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonmembers.h"

#include <QTest>

using namespace hub;

class TestJsonMembers : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatParseJsonObjectTakes_data();
    void takesWhatParseJsonObjectTakes();
    void givesExactText();
    void decodesOnDemand_data();
    void decodesOnDemand();
    void lastOfRepeatedCounts();
    void outlivesTheCallersText();
};

void TestJsonMembers::takesWhatParseJsonObjectTakes_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const QByteArray &text) {
        QTest::addRow("%s", text.left(40).toPercentEncoding(" {}[]\":,").constData()) << text;
    };
    for (const char *text : {"{}",
                             " { } ",
                             "{\"a\":1}",
                             "{\"a\":1,\"b\":[1,{\"c\":null}]} ",
                             "{\"a\":1,}",
                             "{\"a\" 1}",
                             "{\"a\":}",
                             "{a:1}",
                             "{\"a\":01}",
                             "{\"a\":1.}",
                             "{\"a\":1e5}",
                             "{\"a\":1e999}",
                             "{\"a\":-1e-999}",
                             "{\"a\":\"\\ud800\"}",
                             "{\"a\":\"\xC3\x28\"}",
                             "{\"a\":\"\t\"}",
                             "[]",
                             "\"x\"",
                             "1",
                             "",
                             "null",
                             "{} x",
                             "{\"a\":1",
                             "{\"a\":\"b",
                             "\xEF\xBB\xBF{\"a\":1}",
                             "{\"\":1}",
                             "{\"a\":tru}"})
        row(text);
    row("{\"a\":" + QByteArray(310, '9') + "}");
    row("{\"a\":" + QByteArray(308, '9') + "}");
    row(QByteArray("{\"a\":\"\0\"}", 9));
    row(QByteArray(1'000, '['));
    for (const int depth : {maxForeignDepth, maxForeignDepth + 1})
        row("{\"a\":" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + '}');
}

void TestJsonMembers::takesWhatParseJsonObjectTakes()
{
    QFETCH(QByteArray, text);
    const auto members = JsonMembers::parse(text);
    const auto object = parseJsonObject(text);
    QCOMPARE(members.ok(), object.ok());
    if (members) {
        QCOMPARE(static_cast<qsizetype>(members->all().size()), object->size());
        return;
    }
    QCOMPARE(members.error().code, object.error().code);
    const QString &message = object.error().message;
    if (message.contains(QLatin1String("unexpected byte"))
        || message.contains(QLatin1String("nested deeper")))
        QCOMPARE(members.error().message, object.error().message);
}

void TestJsonMembers::givesExactText()
{
    auto members = JsonMembers::parse(R"({ "big" : 123456789012345678901 , "o":{"b":1, "a" : 2}})");
    QVERIFY(members);
    QCOMPARE(members->find(QLatin1String("big"))->value, "123456789012345678901");
    QVERIFY(members->find(QLatin1String("big"))->isNumber());
    QCOMPARE(members->find(QLatin1String("o"))->value, R"({"b":1, "a" : 2})");
    QVERIFY(!members->find(QLatin1String("b"))); // not a member of the top level
}

void TestJsonMembers::decodesOnDemand_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("string");
    QTest::newRow("plain") << QByteArray(R"({"n":"täxt"})") << QStringLiteral("täxt");
    QTest::newRow("escapes") << QByteArray(R"({"n":"a\n\"\u00e9\ud83d\ude00"})")
                             << QStringLiteral("a\n\"é😀");
    QTest::newRow("escaped name") << QByteArray(R"({"\u006e":"x"})") << QStringLiteral("x");
    QTest::newRow("number") << QByteArray(R"({"n":12})") << QString();
    QTest::newRow("null") << QByteArray(R"({"n":null})") << QString();
}

void TestJsonMembers::decodesOnDemand()
{
    QFETCH(QByteArray, text);
    auto members = JsonMembers::parse(text);
    QVERIFY(members);
    const auto *member = members->find(QLatin1String("n"));
    QVERIFY(member);
    QTEST(member->string(), "string");
    QCOMPARE(member->decoded(), parseJsonObject(text)->value(QLatin1String("n")));
}

void TestJsonMembers::lastOfRepeatedCounts()
{
    auto members = JsonMembers::parse(R"({"a":1,"b":2,"a":3})");
    QVERIFY(members);
    QCOMPARE(members->find(QLatin1String("a"))->value, "3");
    QCOMPARE(members->all().size(), std::size_t(3));
}

void TestJsonMembers::outlivesTheCallersText()
{
    QByteArray text = R"({"name":"value"})";
    auto members = JsonMembers::parse(text);
    text.fill('x');
    text.clear();
    const JsonMembers moved = std::move(*members);
    QCOMPARE(moved.all().front().name, "name");
    QCOMPARE(moved.all().front().string(), QStringLiteral("value"));
}

QTEST_GUILESS_MAIN(TestJsonMembers)
#include "tst_jsonmembers.moc"
