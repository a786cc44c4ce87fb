// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace hub;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private slots:
    void writesStructure();
    void escapes_data();
    void escapes();
    void escapesAnywhere();
    void escapesLoneSurrogates();
    void writesNumbers_data();
    void writesNumbers();
};

void TestJsonWriter::writesStructure()
{
    JsonWriter json;
    json.beginObject();
    json.key("a").beginArray().number(qint64(1)).boolean(true).null().beginObject().endObject();
    json.beginArray().endArray().endArray();
    json.foreignKey(QStringLiteral("b\"")).raw("{ }").key("c").raw({});
    json.key("d").time(0).key("e").time(1);
    json.key("f").value(QJsonObject{{QStringLiteral("x"), QJsonArray{1, QJsonValue()}}});
    json.key("g").value(QStringLiteral("s")).key("h").value(1.5).endObject();
    json.endLine().number(qint64(2));
    QCOMPARE(json.take(),
             "{\"a\":[1,true,null,{},[]],\"b\\\"\":{ },\"c\":null,\"d\":null,"
             "\"e\":\"1970-01-01T00:00:00.001Z\",\"f\":{\"x\":[1,null]},\"g\":\"s\",\"h\":1.5}\n2");
}

void TestJsonWriter::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("a/b") << QByteArray("\"a/b\"");
    QTest::newRow("quotes") << QByteArray("\"\\") << QByteArray(R"("\"\\")");
    QTest::newRow("controls") << QByteArrayLiteral("\0\n\r\t\x1F")
                              << QByteArray(R"("\u0000\n\r\t\u001f")");
    QTest::newRow("UTF-8") << QByteArray("\xC3\xA4\xF0\x9F\x94\xA6")
                           << QByteArray("\"\xC3\xA4\xF0\x9F\x94\xA6\"");
    QTest::newRow("not UTF-8") << QByteArray("a\xFFz") << QByteArray("\"a\xEF\xBF\xBDz\"");
}

void TestJsonWriter::escapes()
{
    QFETCH(QByteArray, text);
    QTEST(JsonWriter().string(text).take(), "expected");
    QTEST(JsonWriter().string(QString::fromUtf8(text)).take(), "expected");
}

/// The writer scans long texts word by word and short ones character by character.
void TestJsonWriter::escapesAnywhere()
{
    constexpr int length = 20;
    for (int c = 0; c < 0x80; ++c) {
        const QByteArray escape = JsonWriter().string(QByteArray(1, static_cast<char>(c))).take();
        for (int place = 0; place < length; ++place) {
            QByteArray text(length, '\x7f');
            text[place] = static_cast<char>(c);
            const QByteArray expected = '"' + text.left(place) + escape.mid(1, escape.size() - 2)
                                        + text.mid(place + 1) + '"';
            QCOMPARE(JsonWriter().string(text).take(), expected);
        }
    }
}

void TestJsonWriter::escapesLoneSurrogates()
{
    const QString high(QChar(0xD83D));
    const QString low(QChar(0xDE00));
    QCOMPARE(JsonWriter().string(QStringLiteral("a?\"") + high).take(), R"("a?\"\ud83d")");
    QCOMPARE(JsonWriter().string(low + high + high + low).take(), "\"\\ude00\\ud83d\U0001F600\"");
    QCOMPARE(JsonWriter().foreignKey(high).null().take(), R"("\ud83d":null)");
}

void TestJsonWriter::writesNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("whole") << 100.0 << QByteArray("100");
    QTest::newRow("shortest") << 0.1 << QByteArray("0.1");
    QTest::newRow("half") << 42.5 << QByteArray("42.5");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QByteArray("null");
    QTest::newRow("infinite") << -std::numeric_limits<double>::infinity() << QByteArray("null");
}

void TestJsonWriter::writesNumbers()
{
    QFETCH(double, number);
    QTEST(JsonWriter().number(number).take(), "expected");
    for (const double hard : {1e300, 5e-324, 1.0 / 3, 123456789012345680.0}) {
        const QByteArray text = '[' + JsonWriter().number(hard).take() + ']';
        QCOMPARE(QJsonDocument::fromJson(text).array().at(0).toDouble(), hard);
    }
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
