// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsondocument.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace hub;

class TestJsonDocument : public QObject
{
    Q_OBJECT

private slots:
    void keepsByteOrderMarks();
    void refusesMarksOutsideStrings_data();
    void refusesMarksOutsideStrings();
    void takesNumbersOfAnySize_data();
    void takesNumbersOfAnySize();
    void refusesWhatIsNoNumber();
    void findsInexactNumbers();
};

void TestJsonDocument::keepsByteOrderMarks()
{
    // The first mark is before the text and belongs to no string.
    const QByteArray text = "\ufeff{\"\ufeffn\":\"\ufeffa\ufeff\",\"m\":[\"\ufeff\ufeff\"],"
                            "\"e\":\"\\\\\ufeff\",\"plain\":\"b\"}";
    const QJsonObject object = parseJson(text).object();
    QCOMPARE(object, (QJsonObject{{QStringLiteral("\ufeffn"), QStringLiteral("\ufeffa\ufeff")},
                                  {QStringLiteral("m"), QJsonArray{QStringLiteral("\ufeff\ufeff")}},
                                  {QStringLiteral("e"), QStringLiteral("\\\ufeff")},
                                  {QStringLiteral("plain"), QStringLiteral("b")}}));
    QCOMPARE(object.keys().size(), 4);
    const QJsonDocument again(object);
    QCOMPARE(parseJson(again.toJson(QJsonDocument::Compact)).object(), object);
}

void TestJsonDocument::refusesMarksOutsideStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("two before the text") << QByteArray("\ufeff\ufeff[]");
    QTest::newRow("before a value") << QByteArray("[\ufeff\"a\"]");
    QTest::newRow("after the text") << QByteArray("[]\ufeff");
}

void TestJsonDocument::refusesMarksOutsideStrings()
{
    QFETCH(QByteArray, text);
    QJsonParseError error;
    QVERIFY(parseJson(text, &error).isNull());
    QVERIFY(error.error != QJsonParseError::NoError);
}

void TestJsonDocument::takesNumbersOfAnySize_data()
{
    constexpr double most = std::numeric_limits<double>::max();
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<double>("nearest");
    QTest::newRow("too large") << QByteArray("1e400") << most;
    QTest::newRow("too small") << QByteArray("-1E+400") << -most;
    QTest::newRow("too near to 0") << QByteArray("1e-400") << 0.0;
    QTest::newRow("an RSA modulus") << QByteArray(617, '7') << most;
    QTest::newRow("huge exponent") << QByteArray("1e99999999999999999999") << most;
    QTest::newRow("huge negative exponent") << QByteArray("1e-99999999999999999999") << 0.0;
    QTest::newRow("zeros and an exponent") << "0." + QByteArray(400, '0') + "1e900" << most;
    QTest::newRow("digits and an exponent") << QByteArray(400, '9') + "e-900" << 0.0;
    QTest::newRow("zeros") << "-0." + QByteArray(400, '0') + '1' << 0.0;
    QTest::newRow("30 digits") << QByteArray("123456789012345678901234567890")
                               << 123456789012345678901234567890.0;
}

void TestJsonDocument::takesNumbersOfAnySize()
{
    QFETCH(QByteArray, number);
    // A number inside a string stays unchanged.
    const QByteArray text = "{\"a\":[" + number + "],\"1e400\":\"\\\"1e400 \ufeff\"}";
    QJsonParseError error;
    const QJsonObject object = parseJson(text, &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    QTEST(object.value(QLatin1String("a"))[0].toDouble(), "nearest");
    QCOMPARE(object.value(QLatin1String("1e400")).toString(), QStringLiteral("\"1e400 \ufeff"));
}

void TestJsonDocument::refusesWhatIsNoNumber()
{
    for (const char *text : {"[1e400.]", "[01e400]", "[1e400,1ee]", "[-]", "[1e400"})
        QVERIFY2(parseJson(text).isNull(), text);
}

void TestJsonDocument::findsInexactNumbers()
{
    const QByteArray text = R"({"b":1.10,"a":[1e400,123456789012345678901234567890],)"
                            R"("9007199254740993":"1e400\"1e400","c":9007199254740993,)"
                            R"("d":0.1234567890123456,"e":-5})";
    QCOMPARE(inexactNumbers(text),
             (QByteArrayList{"0.1234567890123456", "123456789012345678901234567890", "1e400"}));
    QCOMPARE(inexactNumbers("\ufeff[1e400, x, 2e400]"), QByteArrayList{"1e400"});
}

QTEST_GUILESS_MAIN(TestJsonDocument)
#include "tst_jsondocument.moc"
