// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/jsondocument.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace hub;

class TestJsonDocument : public QObject
{
    Q_OBJECT

private slots:
    void keepsByteOrderMarks();
    void refusesMarksOutsideStrings_data();
    void refusesMarksOutsideStrings();
};

void TestJsonDocument::keepsByteOrderMarks()
{
    // One before the text, which belongs to no string.
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

QTEST_GUILESS_MAIN(TestJsonDocument)
#include "tst_jsondocument.moc"
