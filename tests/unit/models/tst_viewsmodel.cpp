// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/jobfilter.h"
#include "ui/models/session.h"
#include "ui/models/viewsmodel.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using hub::JobStatus;
using ui::ViewsModel;

namespace {

struct Fixture
{
    QTemporaryDir folder;
    test::ManualClock clock;
    ui::Session session{&clock};
    QSettings settings{folder.filePath(QStringLiteral("views.ini")), QSettings::IniFormat};
    ui::SavedViews saved{&settings};
    ViewsModel model{&session, &saved};
    QAbstractItemModelTester tester{&model};

    /// The views of a section as `name|filter|count`.
    QStringList views(int section) const
    {
        QStringList all;
        const QModelIndex parent = model.index(section, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex name = model.index(row, 0, parent);
            all << QStringLiteral("%1|%2|%3")
                       .arg(name.data().toString(), name.data(ViewsModel::FilterRole).toString(),
                            name.siblingAtColumn(1).data().toString());
        }
        return all;
    }
    void receive(const ui::Arrival &arrival)
    {
        session.receive(arrival);
        session.tick();
        model.refresh();
    }
};

ui::JobTotals totals(const QByteArray &asOf, const QString &owner, qint64 failed)
{
    ui::JobTotals told;
    told.asOf = asOf;
    told.statuses[size_t(JobStatus::Failed)] = failed;
    const ui::JobTotals::Counts counts = told.statuses;
    told.kinds = {{{}, QStringLiteral("restore"), counts}};
    told.owners = {{{}, QStringLiteral("zoe"), counts}, {{}, owner, counts}};
    told.labels = {{QStringLiteral("team"), QStringLiteral("a \"b\""), counts}};
    return told;
}

} // namespace

class TestViewsModel : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatTheHubTells();
    void keepsRowsWhenOnlyCountsChange();
    void countsSavedViews();
    void filtersSelectTheirJobs();
    void sectionsCannotBeChosen();
};

void TestViewsModel::showsWhatTheHubTells()
{
    Fixture f;
    QVERIFY(f.views(2).isEmpty());
    f.receive(ui::arrival::Totals{totals("e.5-0", QStringLiteral("ann lee"), 1'200'000)});
    QCOMPARE(f.views(0).first(), QStringLiteral("All||1.2M"));
    QVERIFY(f.views(0).contains(QStringLiteral("Failed|state:failed|1.2M")));
    QCOMPARE(f.views(1), QStringList{QStringLiteral("Restore|kind:restore|1.2M")});
    QCOMPARE(f.views(2), (QStringList{QStringLiteral("ann lee|owner=\"ann lee\"|1.2M"),
                                      QStringLiteral("zoe|owner=zoe|1.2M")}));
    QCOMPARE(f.views(3),
             QStringList{QStringLiteral("team: a \"b\"|label.team=\"a \\\"b\\\"\"|1.2M")});
}

void TestViewsModel::keepsRowsWhenOnlyCountsChange()
{
    Fixture f;
    f.receive(ui::arrival::Totals{totals("e.5-0", QStringLiteral("ann"), 3)});
    const QPersistentModelIndex ann = f.model.indexOf(QStringLiteral("owner=ann"));
    QVERIFY(ann.isValid());
    QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
    f.receive(ui::arrival::Totals{totals("e.6-0", QStringLiteral("ann"), 4)});
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(QModelIndex(ann).siblingAtColumn(1).data().toString(), QStringLiteral("4"));
    f.receive(ui::arrival::Totals{totals("e.7-0", QStringLiteral("bob"), 4)});
    QVERIFY(!f.model.indexOf(QStringLiteral("owner=ann")).isValid());
    QVERIFY(f.model.indexOf(QStringLiteral("owner=bob")).isValid());
}

void TestViewsModel::countsSavedViews()
{
    Fixture f;
    f.receive(ui::arrival::Loaded{{test::job("one", JobStatus::Failed),
                                   test::job("two", JobStatus::Failed),
                                   test::job("three", JobStatus::Queued)}});
    f.saved.save(QStringLiteral("Night"), QStringLiteral("state:failed"));
    QCOMPARE(f.views(4), QStringList{QStringLiteral("Night|state:failed|2")});
    const QModelIndex night = f.model.index(0, 0, f.model.index(4, 0));
    QCOMPARE(night.data(ViewsModel::SavedRole).toString(), QStringLiteral("Night"));
    f.saved.remove(QStringLiteral("Night"));
    QVERIFY(f.views(4).isEmpty());
}

void TestViewsModel::filtersSelectTheirJobs()
{
    Fixture f;
    hub::Job job = test::job("one", JobStatus::TimedOut);
    job.owner = "ann \"x\\y\" lee";
    job.kind = hub::JobKind::Image;
    job.labels.insert(QStringLiteral("team"), QStringLiteral("blue, green"));
    f.receive(ui::arrival::Loaded{{job, test::job("other", JobStatus::Queued)}});
    ui::JobTotals told = totals("e.5-0", QStringLiteral("ann \"x\\y\" lee"), 1);
    told.kinds[0].value = QStringLiteral("image");
    told.labels[0].value = QStringLiteral("blue, green");
    f.receive(ui::arrival::Totals{told});
    for (const QModelIndex &view :
         {f.model.indexOf(QStringLiteral("state:timed_out")),
          f.model.index(0, 0, f.model.index(1, 0)), f.model.index(0, 0, f.model.index(2, 0)),
          f.model.index(0, 0, f.model.index(3, 0))}) {
        const QString text = view.data(ViewsModel::FilterRole).toString();
        const ui::JobFilter filter(text);
        QVERIFY2(filter.matches(f.session.jobs().at(0)), qPrintable(text));
        QVERIFY2(!filter.matches(f.session.jobs().at(1)), qPrintable(text));
    }
}

void TestViewsModel::sectionsCannotBeChosen()
{
    Fixture f;
    const QModelIndex states = f.model.index(0, 0);
    QCOMPARE(states.data().toString(), QStringLiteral("States"));
    QVERIFY(!states.data(ViewsModel::FilterRole).isValid());
    QVERIFY(!states.flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(f.model.index(0, 0, states).flags().testFlag(Qt::ItemIsSelectable));
}

QTEST_MAIN(TestViewsModel)
#include "tst_viewsmodel.moc"
