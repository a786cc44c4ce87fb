// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/utf8.h"
#include "hub/filter/connectionfields.h"
#include "hub/filter/deliveryfields.h"
#include "hub/filter/eventfields.h"
#include "hub/filter/jobfields.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// Holds resources/docs/filters.md against the parser.
class TestFilterDocument : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void examplesParse_data();
    void examplesParse();
    void listsEveryField_data();
    void listsEveryField();
    void namesTheLimits();

private:
    QString section(const QString &title) const;

    QString m_text;
};

namespace {

const hub::FilterFields &fieldsOf(const QString &rows)
{
    if (rows == QLatin1String("deliveries"))
        return hub::deliveryFields();
    if (rows == QLatin1String("connections"))
        return hub::connectionFields();
    return rows == QLatin1String("jobs") ? hub::monitorJobFields() : hub::eventFields();
}

} // namespace

void TestFilterDocument::initTestCase()
{
    QFile file(QStringLiteral(FILTERS_DOCUMENT));
    QVERIFY2(file.open(QIODevice::ReadOnly), FILTERS_DOCUMENT);
    m_text = hub::fromUtf8(file.readAll());
}

QString TestFilterDocument::section(const QString &title) const
{
    const qsizetype begin = m_text.indexOf(QStringLiteral("\n## ") + title + QLatin1Char('\n'));
    return begin < 0 ? QString()
                     : m_text.mid(begin, m_text.indexOf(QLatin1String("\n## "), begin + 1) - begin);
}

void TestFilterDocument::examplesParse_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("text");
    static const QRegularExpression block(
        QStringLiteral("```(jobs|events|deliveries|connections)\n(.*?)```"),
        QRegularExpression::DotMatchesEverythingOption);
    int examples = 0;
    for (auto match = block.globalMatch(m_text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        for (const QString &line : found.captured(2).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            const QString text = line.section(QLatin1String(" # "), 0, 0).trimmed();
            QTest::newRow(qPrintable(text)) << found.captured(1) << text;
            ++examples;
        }
    }
    QVERIFY(examples > 15);
}

void TestFilterDocument::examplesParse()
{
    QFETCH(const QString, rows);
    QFETCH(const QString, text);
    std::optional<hub::FilterFault> fault;
    const auto filter = hub::Filter::parse(text, fieldsOf(rows), {}, fault);
    QVERIFY2(!fault, qPrintable(fault ? fault->toString() : QString()));
    QVERIFY(!filter.isEmpty());
}

void TestFilterDocument::listsEveryField_data()
{
    QTest::addColumn<QString>("rows");
    QTest::newRow("jobs") << QStringLiteral("jobs");
    QTest::newRow("events") << QStringLiteral("events");
    QTest::newRow("deliveries") << QStringLiteral("deliveries");
    QTest::newRow("connections") << QStringLiteral("connections");
}

/// The table of the document has the fields in their order, with all names and words.
void TestFilterDocument::listsEveryField()
{
    QFETCH(const QString, rows);
    const QString table = section(QStringLiteral("Fields of ") + rows);
    static const QRegularExpression line(QStringLiteral("\n\\| `([a-z]+)` \\|([^|]*)\\|([^\n]*)"));
    QStringList documented;
    for (auto match = line.globalMatch(table); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        documented << found.captured(1);
        const hub::FilterField *field = fieldsOf(rows).find(found.captured(1));
        QVERIFY2(field, qPrintable(found.captured(1)));
        for (const QString &name : field->names.mid(1))
            QVERIFY2(found.captured(2).contains(name), qPrintable(name));
        for (const QString &words : field->words)
            QVERIFY2(found.captured(3).contains(words.section(QLatin1Char('|'), 0, 0)),
                     qPrintable(words));
    }
    QCOMPARE(documented, fieldsOf(rows).names());
}

void TestFilterDocument::namesTheLimits()
{
    const QString limits = section(QStringLiteral("Limits"));
    const hub::FilterContext context;
    for (const qint64 limit :
         {qint64{hub::maxFilterCharacters}, qint64{hub::maxFilterTerms},
          qint64{hub::maxFilterDepth}, qint64{hub::maxFilterRegex}, qint64{hub::maxFilterRegexes},
          qint64{context.regexSteps}, qint64{context.regexCharacters}})
        QVERIFY2(limits.contains(QString::number(limit)), qPrintable(QString::number(limit)));
}

QTEST_GUILESS_MAIN(TestFilterDocument)
#include "tst_filterdocument.moc"
