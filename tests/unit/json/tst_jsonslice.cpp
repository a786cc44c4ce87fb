// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonslice.h"

#include <QTest>

using namespace hub;

class TestJsonSlice : public QObject
{
    Q_OBJECT

private slots:
    void slices_data();
    void slices();
    void agreesWithQtOnRepeatedMembers();
    void acceptsOnlyStrictJson_data();
    void acceptsOnlyStrictJson();
    void boundsDepth();
    void checksAnyValue_data();
    void checksAnyValue();
    void slicesElements();
};

void TestJsonSlice::slices_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *object, const char *expected) {
        QTest::newRow(name) << QByteArray(object) << QByteArray(expected);
    };
    row("number beyond double", R"({"a":1,"x":12345678901234567890.10})",
        "12345678901234567890.10");
    row("key order and spaces", R"({"x" : { "b" : 1 , "a" : [ ] } , "y":2})",
        R"({ "b" : 1 , "a" : [ ] })");
    row("escapes as spelt", R"({"x":"\u00e4\/\"}"})", R"("\u00e4\/\"}")");
    row("escaped key", R"({"\u0078":1})", "1");
    row("nested of that name", R"({"y":{"x":1},"z":[{"x":2}]})", "");
    row("string of that name", R"({"y":"x","z":"\"x\":1"})", "");
    row("last of repeated", R"({"x":1,"x":2})", "2");
    row("empty", "{ }", "");
    row("literals", R"({"x":null})", "null");
    row("byte order mark", "\xEF\xBB\xBF{\"x\":true}", "true");
    row("not an object", R"(["x",1])", "");
}

void TestJsonSlice::slices()
{
    QFETCH(QByteArray, object);
    QTEST(jsonMember(object, "x").value_or(QByteArrayView()).toByteArray(), "expected");
}

void TestJsonSlice::agreesWithQtOnRepeatedMembers()
{
    const QByteArray text = R"({"x":1,"a":0,"\u0078":2,"b":{},"x":3})";
    const auto object = parseJsonObject(text);
    QVERIFY(object);
    QCOMPARE(object->value(QLatin1String("x")).toInt(), 3);
    QCOMPARE(jsonMember(text, "x")->toByteArray(), "3");
}

void TestJsonSlice::acceptsOnlyStrictJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset"); // -1 = accepted
    const auto row = [](const QByteArray &text, int offset) {
        QTest::newRow(text.isEmpty() ? "empty" : text.constData()) << text << offset;
    };
    row("{}", -1);
    row(" \t\r\n{\"a\":[1,-0,0.5,1e9,2E-3,[],{}],\"b\":\"\\u00e4\\n\"} ", -1);
    row("\xEF\xBB\xBF{}", -1);
    row("{\"a\":[1e400,-1e400,1e-400,123456789012345678901234567890]}", -1);
    row("{\"a\":\"\\ud800\"}", -1);
    row("", 0);
    row("{", 1);
    row("{\"a\":}", 5);
    row("{\"a\":1,}", 7);
    row("{\"a\":[1,]}", 8);
    row("{a:1}", 1);
    row("{\"a\":01}", 6);
    row("{\"a\":1.}", 7);
    row("{\"a\":.5}", 5);
    row("{\"a\":1e}", 7);
    row("{\"a\":-}", 6);
    row("{\"a\":+1}", 5);
    row("{\"a\":NaN}", 5);
    row("{\"a\":tru}", 5);
    row("{\"a\":\"\n\"}", 6);
    row("{\"a\":\"\\x\"}", 7);
    row("{\"a\":\"\\u12g4\"}", 10);
    row("{\"a\":\"b}", 8);
    row("{} x", 3);
    row("{\"a\":[1}}", 7);
    row("type=progress", 0);
}

void TestJsonSlice::acceptsOnlyStrictJson()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const auto object = parseJsonObject(text);
    QCOMPARE(object.ok(), offset < 0);
    if (offset < 0)
        return;
    QCOMPARE(object.error().code, "bad_json");
    QVERIFY2(object.error().message.endsWith(QStringLiteral("offset %1").arg(offset)),
             qPrintable(object.error().message));
}

void TestJsonSlice::boundsDepth()
{
    const auto nested = [](int depth) {
        return "{\"a\":" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + '}';
    };
    QVERIFY(parseJsonObject(nested(maxForeignDepth)));
    const auto tooDeep = parseJsonObject(nested(maxForeignDepth + 1));
    QVERIFY(!tooDeep);
    QCOMPARE(tooDeep.error().code, "bad_json");
    QCOMPARE(tooDeep.error().message,
             QStringLiteral("nested deeper than 512 levels at offset 516"));
    QVERIFY(!parseJsonObject(QByteArray(1'000'000, '[')));
    QVERIFY(!parseJsonObject("[]"));
    QVERIFY(!parseJsonObject("{\"a\":\"\xFF\"}")); // invalid UTF-8
}

void TestJsonSlice::checksAnyValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("object") << QByteArray("x{}") << QString();
    QTest::newRow("array") << QByteArray("x[[1]] ") << QString();
    QTest::newRow("string") << QByteArray("x\"a\"") << QString();
    QTest::newRow("number") << QByteArray("x 1e400") << QString();
    QTest::newRow("nothing") << QByteArray("x")
                             << QStringLiteral("not JSON: unexpected byte at offset 1");
    QTest::newRow("two values") << QByteArray("x1 2")
                                << QStringLiteral("not JSON: unexpected byte at offset 3");
    QTest::newRow("too deep") << QByteArray("x[[[]]]")
                              << QStringLiteral("nested deeper than 2 levels at offset 3");
}

void TestJsonSlice::checksAnyValue()
{
    QFETCH(QByteArray, text);
    const auto checked = checkJson(text, 2, 1);
    QTEST(checked ? QString() : checked.error().message, "message");
}

void TestJsonSlice::slicesElements()
{
    using List = std::vector<QByteArrayView>;
    const QByteArray array = R"( [ 1.10, "a,]" , {"b":[2]}])";
    QCOMPARE(jsonElements(array), (List{"1.10", R"("a,]")", R"({"b":[2]})"}));
    QCOMPARE(jsonElements(array, 2), (List{"1.10", R"("a,]")"}));
    QCOMPARE(jsonElements(array, 0), List());
    QCOMPARE(jsonElements("[ ]"), List());
    QCOMPARE(jsonElements("{}"), List());
    QCOMPARE(jsonElement(array, 1).value_or("none"), R"("a,]")");
    QVERIFY(!jsonElement(array, 3));
}

QTEST_GUILESS_MAIN(TestJsonSlice)
#include "tst_jsonslice.moc"
