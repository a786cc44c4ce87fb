// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/uniquemembers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace hub;

class TestUniqueMembers : public QObject
{
    Q_OBJECT

private slots:
    void acceptsObjects_data();
    void acceptsObjects();
    void refusesOtherTexts_data();
    void refusesOtherTexts();
    void readsTexts_data();
    void readsTexts();
    void refusesOtherValues_data();
    void refusesOtherValues();
};

namespace {

QJsonValue text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

/// Returns an object that is nested `levels` deep, itself included.
QByteArray nested(int levels)
{
    const int arrays = levels - 1;
    return R"({"a":)" + QByteArray(arrays, '[') + QByteArray(arrays, ']') + '}';
}

} // namespace

void TestUniqueMembers::acceptsObjects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("names");
    QTest::newRow("empty") << QByteArray("{}") << QByteArrayList{};
    QTest::newRow("in the order of the text")
        << QByteArray(R"({"b":1,"a":2})") << QByteArrayList{"b", "a"};
    QTest::newRow("names that differ in case")
        << QByteArray(R"({"alg":1,"ALG":2})") << QByteArrayList{"alg", "ALG"};
    QTest::newRow("a name that is the start of another")
        << QByteArray(R"({"a":1,"ab":2})") << QByteArrayList{"a", "ab"};
    QTest::newRow("a name that an inner object repeats")
        << QByteArray(R"({"a":{"a":1}})") << QByteArrayList{"a"};
    QTest::newRow("an empty name") << QByteArray(R"({"":1,"a":2})") << QByteArrayList{"", "a"};
    QTest::newRow("16 levels") << nested(16) << QByteArrayList{"a"};
}

void TestUniqueMembers::acceptsObjects()
{
    QFETCH(QByteArray, text);
    const Result<JsonMembers> members = parseUniqueMembers(text);
    QVERIFY2(members.ok(), qPrintable(members ? QString() : members.error().message));
    QByteArrayList names;
    for (const JsonMembers::Member &member : members->all())
        names << member.name;
    QTEST(names, "names");
}

void TestUniqueMembers::refusesOtherTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("repeats"); // otherwise the text is not an acceptable object at all
    const auto row = [](const char *name, const QByteArray &text, bool repeats) {
        QTest::newRow(name) << text << repeats;
    };
    row("a repeated name", R"({"a":1,"a":2})", true);
    row("an equal repeated member", R"({"a":1,"a":1})", true);
    row("others between", R"({"a":1,"b":2,"c":3,"a":4})", true);
    row("an escape that decodes to the same name", R"({"alg":1,"\u0061lg":2})", true);
    row("an empty name twice", R"({"":1,"":2})", true);
    row("a lone surrogate twice", R"({"\ud800":1,"\uD800":2})", true);
    row("nothing", "", false);
    row("an array", "[]", false);
    row("a string", R"("a")", false);
    row("unfinished", R"({"a":1)", false);
    row("text behind the object", "{}x", false);
    row("a comma at the end", R"({"a":1,})", false);
    row("invalid UTF-8", "{\"a\":\"\xff\"}", false);
    row("17 levels", nested(17), false);
}

void TestUniqueMembers::refusesOtherTexts()
{
    QFETCH(QByteArray, text);
    const Result<JsonMembers> members = parseUniqueMembers(text);
    QVERIFY(!members);
    QCOMPARE(members.error().code, QByteArray("bad_json"));
    const bool saysTwice = members.error().message == QLatin1String("a member name occurs twice");
    QTEST(saysTwice, "repeats");
}

void TestUniqueMembers::readsTexts_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArrayList>("texts");
    QTest::newRow("a string") << QJsonValue(QStringLiteral("a")) << QByteArrayList{"a"};
    QTest::newRow("an empty string") << QJsonValue(QString()) << QByteArrayList{""};
    QTest::newRow("no strings") << QJsonValue(QJsonArray()) << QByteArrayList{};
    QTest::newRow("as many as allowed, in order")
        << QJsonValue(QJsonArray{text("b"), text("a"), text("b")}) << QByteArrayList{"b", "a", "b"};
    QTest::newRow("UTF-8") << QJsonValue(QStringLiteral("\u00e9")) << QByteArrayList{"\xc3\xa9"};
    QTest::newRow("a lone surrogate")
        << QJsonValue(QString(QChar(0xd800))) << QByteArrayList{"\xed\xa0\x80"};
}

void TestUniqueMembers::readsTexts()
{
    QFETCH(QJsonValue, value);
    const std::optional<QByteArrayList> texts = textsOf(value, 3);
    QVERIFY(texts);
    QTEST(*texts, "texts");
}

void TestUniqueMembers::refusesOtherValues_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("a number") << QJsonValue(1);
    QTest::newRow("true") << QJsonValue(true);
    QTest::newRow("an object") << QJsonValue(QJsonObject{{QStringLiteral("a"), text("b")}});
    QTest::newRow("more than allowed")
        << QJsonValue(QJsonArray{text("a"), text("b"), text("c"), text("d")});
    QTest::newRow("a number among strings") << QJsonValue(QJsonArray{text("a"), 1});
    QTest::newRow("null among strings") << QJsonValue(QJsonArray{QJsonValue(), text("a")});
    QTest::newRow("an array among strings")
        << QJsonValue(QJsonArray{text("a"), QJsonArray{text("b")}});
}

void TestUniqueMembers::refusesOtherValues()
{
    QFETCH(QJsonValue, value);
    QVERIFY(!textsOf(value, 3));
}

QTEST_GUILESS_MAIN(TestUniqueMembers)
#include "tst_uniquemembers.moc"
