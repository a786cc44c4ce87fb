// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/log.h"
#include "hub/base/printable.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace hub;

class TestPrintable : public QObject
{
    Q_OBJECT

private slots:
    void escapesEveryControl_data();
    void escapesEveryControl();
    void escapesUtf8_data();
    void escapesUtf8();
    void findsTheFirstControl_data();
    void findsTheFirstControl();
    void keepsText_data();
    void keepsText();
    void jsonKeepsItsValue();
    void jsonKeepsItsLines();
};

void TestPrintable::escapesEveryControl_data()
{
    QTest::addColumn<char16_t>("first");
    QTest::addColumn<char16_t>("last");
    const auto row = [](const char *name, char16_t first, char16_t last) {
        QTest::newRow(name) << first << last;
    };
    row("C0", 0x00, 0x1f);
    row("DEL", 0x7f, 0x7f);
    row("C1 with next line", 0x80, 0x9f);
    row("Arabic letter mark", 0x061c, 0x061c);
    row("direction marks", 0x200e, 0x200f);
    row("line and paragraph separators", 0x2028, 0x2029);
    row("bidi embeddings and overrides", 0x202a, 0x202e);
    row("bidi isolates", 0x2066, 0x2069);
    row("byte order mark", 0xfeff, 0xfeff);
}

void TestPrintable::escapesEveryControl()
{
    QFETCH(const char16_t, first);
    QFETCH(const char16_t, last);
    for (uint code = first; code <= last; ++code) {
        const QString text = QStringLiteral("a%1b").arg(QChar(char16_t(code)));
        const QString expected = QStringLiteral("a\\u%1b").arg(code, 4, 16, QLatin1Char('0'));
        QCOMPARE(escapedControls(text), expected);
        QVERIFY(logLine(LogFormat::Text, 0, QtInfoMsg, "heliograph.hub", text)
                    .endsWith(expected.toUtf8()));
    }
}

void TestPrintable::escapesUtf8_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a byte order mark in front") << QByteArray("\xEF\xBB\xBF"
                                                              "alice")
                                                << QStringLiteral("\\ufeffalice");
    QTest::newRow("two of them") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF")
                                 << QStringLiteral("\\ufeff\\ufeff");
    QTest::newRow("an override") << QByteArray("a\xE2\x80\xAE"
                                               "b")
                                 << QStringLiteral("a\\u202eb");
    QTest::newRow("plain") << QByteArray("auth0|\xC3\xA4") << QStringLiteral("auth0|\u00e4");
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestPrintable::escapesUtf8()
{
    QFETCH(const QByteArray, utf8);
    QTEST(printable(utf8), "shown");
}

void TestPrintable::findsTheFirstControl_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<int>("code");
    QTest::newRow("none") << QByteArray("a\xC3\xA4\xC2\xA0~ ") << -1;
    QTest::newRow("NUL") << QByteArray("a\0", 2) << 0;
    QTest::newRow("the first") << QByteArray("a\x1B\n") << 0x1b;
    QTest::newRow("DEL") << QByteArray("\x7F") << 0x7f;
    QTest::newRow("C1") << QByteArray("a\xC2\x9B") << 0x9b;
    QTest::newRow("not a plain control") << QByteArray("\xE2\x80\xAE\xEF\xBB\xBF") << -1;
}

void TestPrintable::findsTheFirstControl()
{
    QFETCH(const QByteArray, utf8);
    const std::optional<char16_t> found = firstControl(utf8);
    QTEST(found ? int(*found) : -1, "code");
}

void TestPrintable::keepsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << QStringLiteral(R"(a "quoted" back\slash ~)");
    QTest::newRow("no-break space") << QStringLiteral("a\u00a0b");
    QTest::newRow("Hebrew") << QStringLiteral("שלום");
    QTest::newRow("emoji joined") << QStringLiteral("👩‍🚀");
}

void TestPrintable::keepsText()
{
    QFETCH(const QString, text);
    QCOMPARE(escapedControls(text), text);
    QCOMPARE(escapedJson(text.toUtf8()), text.toUtf8());
}

void TestPrintable::jsonKeepsItsValue()
{
    QString foreign;
    for (uint code = 1; code < 0x3000; ++code)
        foreign += QChar(char16_t(code));
    const QJsonObject object{{foreign, foreign}};
    const QByteArray plain = QJsonDocument(object).toJson(QJsonDocument::Compact);
    for (const QByteArray &json :
         {escapedJson(plain), logLine(LogFormat::Json, 0, QtInfoMsg, "heliograph.hub", foreign)}) {
        const QString text = QString::fromUtf8(json);
        QVERIFY(std::none_of(text.cbegin(), text.cend(),
                             [](QChar c) { return isControl(c.unicode()); }));
    }
    QCOMPARE(QJsonDocument::fromJson(escapedJson(plain)).object(), object);
}

void TestPrintable::jsonKeepsItsLines()
{
    const QByteArray json = "{\n\t\"a\": \"\xC2\x9B\"\r\n}";
    QCOMPARE(escapedJson(json), QByteArray("{\n\t\"a\": \"\\u009b\"\r\n}"));
}

QTEST_GUILESS_MAIN(TestPrintable)
#include "tst_printable.moc"
