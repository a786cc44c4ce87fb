// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/utf8.h"

#include <QTest>

using namespace hub;

/// Expected values are those of the UTF-8 decoder of the WHATWG Encoding Standard, which browsers
/// use.
class TestUtf8 : public QObject
{
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void keepsLoneSurrogates_data();
    void keepsLoneSurrogates();
};

void TestUtf8::decodes_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &utf8, const QString &text) {
        QTest::newRow(name) << utf8 << text;
    };
    row("nothing", "", QStringLiteral(""));
    row("plain", "abc", QStringLiteral("abc"));
    row("nul", QByteArray("a\0b", 3), QStringLiteral("a\0b"));
    row("of each length", "a\u00e4\u20ac\U0001F600", QStringLiteral("a\u00e4\u20ac\U0001F600"));
    row("noncharacter", "\xEF\xBF\xBE", QStringLiteral("\ufffe"));
    row("its own replacement", "a\xEF\xBF\xBD", QStringLiteral("a\ufffd"));
    row("mark", "\xEF\xBB\xBF", QStringLiteral("\ufeff"));
    row("mark and text", "\xEF\xBB\xBF\x61", QStringLiteral("\ufeffa"));
    row("two marks", "\xEF\xBB\xBF\xEF\xBB\xBF\x61", QStringLiteral("\ufeff\ufeffa"));
    row("mark inside", "a\xEF\xBB\xBF\x62", QStringLiteral("a\ufeffb"));
    row("mark before what is wrong", "\xEF\xBB\xBF\xFF", QStringLiteral("\ufeff\ufffd"));
    row("half a mark", "\xEF\xBB", QStringLiteral("\ufffd"));
    row("truncated at the end, two of three", "a\xE2\x82", QStringLiteral("a\ufffd"));
    row("truncated at the end, three of four", "a\xF0\x9F\x98", QStringLiteral("a\ufffd"));
    row("truncated at the end, one of two", "a\xC3", QStringLiteral("a\ufffd"));
    row("truncated before more", "\xF0\x9F\x98z", QStringLiteral("\ufffdz"));
    row("truncated before a character", "\xE2\x82\xC3\xA4", QStringLiteral("\ufffd\u00e4"));
    row("truncated twice", "\xE2\x82\xE2\x82", QStringLiteral("\ufffd\ufffd"));
    row("lone trailing bytes", "\x80\xBF", QStringLiteral("\ufffd\ufffd"));
    row("no byte of UTF-8", "\xFF\xFE", QStringLiteral("\ufffd\ufffd"));
    row("longer than needed, of two", "\xC0\xAF", QStringLiteral("\ufffd\ufffd"));
    row("longer than needed, of three", "\xE0\x80\xAF", QStringLiteral("\ufffd\ufffd\ufffd"));
    row("longer than needed, of four", "\xF0\x80\x80\xAF",
        QStringLiteral("\ufffd\ufffd\ufffd\ufffd"));
    row("surrogate", "\xED\xA0\x80", QStringLiteral("\ufffd\ufffd\ufffd"));
    row("beyond Unicode", "\xF4\x90\x80\x80", QStringLiteral("\ufffd\ufffd\ufffd\ufffd"));
    row("first byte beyond Unicode", "\xF5\x80", QStringLiteral("\ufffd\ufffd"));
    row("long, so that Qt takes many at a time", QByteArray(64, 'a') + "\xE2\x82",
        QString(64, u'a') + u'\ufffd');
    row("Unicode's example", "\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",
        QStringLiteral("a\ufffd\ufffd\ufffdb\ufffdc\ufffd\ufffdd"));
}

void TestUtf8::decodes()
{
    QFETCH(QByteArray, utf8);
    QFETCH(QString, text);
    QCOMPARE(fromUtf8(utf8), text);
    QCOMPARE(wellFormedUtf8(utf8), text.toUtf8());
}

void TestUtf8::keepsLoneSurrogates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QString &text, const QByteArray &bytes) {
        QTest::newRow(name) << text << bytes;
    };
    const QString high(QChar(0xD83D));
    const QString low(QChar(0xDE00));
    row("none", QStringLiteral("a?\U0001F600\ufeff"), "a?\U0001F600\ufeff");
    row("high", high, "\xED\xA0\xBD");
    row("low", low, "\xED\xB8\x80");
    row("cut off", QStringLiteral("a?") + high, "a?\xED\xA0\xBD");
    row("pair", high + low, "\U0001F600");
    row("two high and a low", high + high + low, "\xED\xA0\xBD\U0001F600");
    row("wrong order", low + high + QLatin1Char('z'), "\xED\xB8\x80\xED\xA0\xBDz");
    row("beside a replacement", QStringLiteral("\ufffd") + high, "\ufffd\xED\xA0\xBD");
}

void TestUtf8::keepsLoneSurrogates()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    QCOMPARE(toWtf8(text), bytes);
    QCOMPARE(fromWtf8(bytes), text);
    QCOMPARE(bytes.isValidUtf8(), text.isValidUtf16());
}

QTEST_GUILESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
