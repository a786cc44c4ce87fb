// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filtertext.h"

#include <QTest>

using hub::FilterText;
using hub::FilterVerdict;

/// Tests of single texts, as UTF-8 and as QString.
class TestFilterText : public QObject
{
    Q_OBJECT

private slots:
    void contains_data();
    void contains();
    void globs_data();
    void globs();
    void equals();
    void boundsExpressions();
};

void TestFilterText::contains_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("match");
    const auto row = [](const char *needle, const char *text, bool match) {
        QTest::addRow("%s in %s", needle, text)
            << QString::fromUtf8(needle) << QString::fromUtf8(text) << match;
    };
    row("a", "", false);
    row("", "", true);
    row("", "abc", true);
    row("abc", "abc", true);
    row("abc", "ab", false);
    row("C", "abc", true);
    row("aab", "aaab", true);
    row("abab", "ABAABAB", true);
    row("zz", "zazazz", true);
    row("q1", "Q1", true);
    row("1q", "11q", true);
    row("[", "{", false); // differ by the bit that separates the cases of letters
    row("@", "`", false);
    row("ä", "GRÜN Ä", true);
    row("ÄB", "xäb", true);
    row("ß", "STRASSE", false);
    row("grün", "SO GRÜN", true);
    row("grün", "GR und GRUN", false);
    row("é", "caf", false);
    row("é", "CAFÉ", true);
    row("end", "the end", true);
    row("begin", "Begin here", true);
}

void TestFilterText::contains()
{
    QFETCH(const QString, needle);
    QFETCH(const QString, text);
    QFETCH(const bool, match);
    const FilterText test = FilterText::containing(needle);
    const FilterVerdict expected = match ? FilterVerdict::Yes : FilterVerdict::No;
    QCOMPARE(test(text), expected);
    QCOMPARE(test(text.toUtf8()), expected);
}

void TestFilterText::globs_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("match");
    const auto row = [](const char *pattern, const char *text, bool match) {
        QTest::addRow("%s on %s", pattern, text)
            << QString::fromUtf8(pattern) << QString::fromUtf8(text) << match;
    };
    row("*", "", true);
    row("**", "x", true);
    row("render/*", "Render/7", true);
    row("render/*", "a render/7", false);
    row("*.png", "a.PNG", true);
    row("*.png", "a.png.txt", false);
    row("a*b", "ab", true);
    row("a*ab", "ab", false);
    row("a*a", "a", false);
    row("a*b*c", "aXbYc", true);
    row("a*b*c", "acb", false);
    row("*b*", "abc", true);
    row("a.c*", "abc", false);
    row("*\n*", "a\nb", true);
}

void TestFilterText::globs()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QFETCH(const bool, match);
    const FilterVerdict expected = match ? FilterVerdict::Yes : FilterVerdict::No;
    QCOMPARE(FilterText::glob(pattern)(text), expected);
    QCOMPARE(FilterText::glob(pattern)(text.toUtf8()), expected);
}

void TestFilterText::equals()
{
    const FilterText test = FilterText::equal(QStringLiteral("Änn"));
    QCOMPARE(test(QStringLiteral("Änn")), FilterVerdict::Yes);
    QCOMPARE(test(QStringLiteral("änn")), FilterVerdict::No);
    QCOMPARE(test(QByteArrayLiteral("\xc3\x84nn")), FilterVerdict::Yes);
    QCOMPARE(test.exact(), QStringLiteral("Änn"));
    QCOMPARE(FilterText::containing(QStringLiteral("a")).exact(), QString());
}

void TestFilterText::boundsExpressions()
{
    QString problem;
    const auto few = FilterText::regex(QStringLiteral("b$"), 5000, 10, problem);
    QVERIFY(few);
    QCOMPARE((*few)(QByteArray("aaaaaaaaab and more")), FilterVerdict::Yes); // sees 10 characters
    QCOMPARE((*few)(QByteArray("aaaaaaaaaab")), FilterVerdict::No);
    const auto costly = FilterText::regex(QStringLiteral("(a|aa)+$"), 1000, 4096, problem);
    QVERIFY(costly);
    QCOMPARE((*costly)(QString(4000, QLatin1Char('a')) + QLatin1Char('!')), FilterVerdict::Unknown);
    QVERIFY(!FilterText::regex(QStringLiteral("(*LIMIT_HEAP=9)a"), 1000, 4096, problem));
    QVERIFY(!problem.isEmpty());
}

QTEST_GUILESS_MAIN(TestFilterText)
#include "tst_filtertext.moc"
