// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/filteredit.h"
#include "ui/models/filtervalues.h"
#include "ui/models/jobfilter.h"

#include <QTest>

using ui::FilterKind;
using ui::FilterUse;

class TestFilterEdit : public QObject
{
    Q_OBJECT

private slots:
    void completes_data();
    void completes();
    void addsTerms_data();
    void addsTerms();
    void writesTermsThatParse();
    void knowsLiveValues();
};

void TestFilterEdit::completes_data()
{
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<int>("from");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char *text, int from, const QStringList &texts) {
        QTest::newRow(text) << QString::fromUtf8(text) << from << texts;
    };
    const auto list = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    row("st|", 0, list("state: started:"));
    row("cuda -o|", 6, list("owner:"));
    row("(ow|", 1, list("owner:"));
    row("state:f|", 6, list("failed"));
    row("STATE:f|", 6, list("failed"));
    row("state:|", 6, list("queued processing completed failed cancelled timed_out lost"));
    row("-is:e|", 4, list("ended"));
    row("owner:a|", 6, {QStringLiteral("\"ann lee\""), QStringLiteral("adam")});
    row("owner=ad|", 6, list("adam"));
    row("state:f| owner:a", 6, list("failed"));
    row("state:failed|", 6, {});
    row("nothing:x|", 8, {});
    row("zzz|", 0, {});
    row("progress>|", 9, {});
}

void TestFilterEdit::completes()
{
    QFETCH(QString, text);
    const qsizetype cursor = text.indexOf(QLatin1Char('|'));
    text.remove(cursor, 1);
    const auto values = [](const QString &field) {
        return field == QLatin1String("owner")
                   ? QStringList{QStringLiteral("ann lee"), QStringLiteral("adam")}
                   : QStringList();
    };
    const ui::FilterCompletion found = ui::completionAt(text, cursor, FilterKind::Jobs, values);
    QTEST(found.texts, "texts");
    QTEST(int(found.from), "from");
}

void TestFilterEdit::addsTerms_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<FilterUse>("use");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *filter, FilterUse use, const char *result) {
        QTest::addRow("%s, %d", filter, int(use))
            << QString::fromUtf8(filter) << use << QString::fromUtf8(result);
    };
    row("", FilterUse::Only, "owner=ann");
    row("", FilterUse::Exclude, "-owner=ann");
    row("cuda", FilterUse::Only, "cuda owner=ann");
    row("a OR b", FilterUse::Exclude, "(a OR b) -owner=ann");
    row("cuda owner=ann", FilterUse::Only, "cuda owner=ann");
    row("owner=ann", FilterUse::Only, "owner=ann");
    row("state:", FilterUse::Only, "owner=ann"); // a wrong filter is replaced
    row("", FilterUse::Or, "owner=ann");
    row("cuda disk", FilterUse::Or, "cuda disk OR owner=ann");
    row("a OR b", FilterUse::Or, "a OR b OR owner=ann");
    row("a OR owner=ann", FilterUse::Or, "a OR owner=ann");
    row("owner=ann", FilterUse::Or, "owner=ann");
    row("a OR b", FilterUse::Replace, "owner=ann");
}

void TestFilterEdit::addsTerms()
{
    QFETCH(const QString, filter);
    QFETCH(const FilterUse, use);
    QTEST(ui::withTerm(filter, QStringLiteral("owner=ann"), use), "result");
}

void TestFilterEdit::writesTermsThatParse()
{
    ui::JobRow row;
    row.job.status = hub::JobStatus::TimedOut;
    row.job.kind = hub::JobKind::Image;
    row.job.owner = "a \"b\" (c";
    row.id = QStringLiteral("x");
    row.outcome = QStringLiteral("-CUDA: out of memory");
    for (const QString &term :
         {ui::stateTerm(row), ui::kindTerm(row), ui::wordTerm(row.outcome),
          ui::fieldTerm(QStringLiteral("owner"), QString::fromLatin1(row.job.owner))}) {
        const ui::JobFilter filter(term);
        QVERIFY2(!filter.problem(), qPrintable(term));
        QVERIFY2(filter.matches(row), qPrintable(term));
        QVERIFY(!ui::JobFilter(ui::withTerm({}, term, FilterUse::Exclude)).matches(row));
    }
}

void TestFilterEdit::knowsLiveValues()
{
    ui::JobStore store;
    for (int i = 0; i < 6; ++i) {
        hub::Job job;
        job.id = "job-" + QByteArray::number(i);
        job.owner = i < 2 ? "ann" : i < 5 ? "bob" : "";
        job.labels = {{QStringLiteral("n"), i % 2}};
        store.upsert(job);
    }
    QCOMPARE(ui::filterValues(store, QStringLiteral("owner")),
             (QStringList{QStringLiteral("bob"), QStringLiteral("ann")}));
    QCOMPARE(ui::filterValues(store, QStringLiteral("label")),
             (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
    QCOMPARE(ui::filterValues(store, QStringLiteral("id")).size(), 6);
    QCOMPARE(ui::filterValues(store, QStringLiteral("message")), QStringList());
}

QTEST_GUILESS_MAIN(TestFilterEdit)
#include "tst_filteredit.moc"
