// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/detailspage.h"

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/imageloader.h"
#include "ui/models/jobdetail.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using hub::JobStatus;

namespace {

/// A details page that shows one job, which started five seconds ago.
struct Fixture
{
    test::ManualClock clock;
    ui::JobDetail detail;
    ui::ImageLoader images;
    ui::DetailsPage page{&detail, &images, clock};

    explicit Fixture(JobStatus status)
    {
        hub::Job job = test::job("a", status);
        job.startedMs = clock.wallMs() - 5000;
        if (hub::isTerminal(status))
            job.finishedMs = clock.wallMs();
        detail.setJob(job);
    }
    /// Returns the text beside "Elapsed".
    QString elapsed() const
    {
        const auto *facts = page.findChild<QFormLayout *>();
        for (int row = 0; row < facts->rowCount(); ++row) {
            const auto text = [&](QFormLayout::ItemRole role) {
                return static_cast<QLabel *>(facts->itemAt(row, role)->widget())->text();
            };
            if (text(QFormLayout::LabelRole) == QStringLiteral("Elapsed"))
                return text(QFormLayout::FieldRole);
        }
        return {};
    }
};

} // namespace

class DetailsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void elapsedTimeFollowsTheClock();
    void elapsedTimeEndsWithTheJob();
    void messageHasTheRoom_data();
    void messageHasTheRoom();
};

void DetailsPageTest::elapsedTimeFollowsTheClock()
{
    Fixture f(JobStatus::Processing);
    QCOMPARE(f.elapsed(), ui::formatDuration(std::chrono::seconds(5)));
    f.clock.advance(2000);
    f.page.passSecond();
    QCOMPARE(f.elapsed(), ui::formatDuration(std::chrono::seconds(7)));
}

void DetailsPageTest::elapsedTimeEndsWithTheJob()
{
    Fixture f(JobStatus::Completed);
    f.clock.advance(2000);
    f.page.passSecond();
    QCOMPARE(f.elapsed(), ui::formatDuration(std::chrono::seconds(5)));
}

void DetailsPageTest::messageHasTheRoom_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {300, 360, 500, 900})
        QTest::addRow("%d", width) << width;
}

void DetailsPageTest::messageHasTheRoom()
{
    QFETCH(const int, width);
    Fixture f(JobStatus::Failed);
    f.page.resize(width, 600);
    f.page.show();
    auto *tabs = f.page.findChild<QTabWidget *>();
    tabs->setCurrentIndex(1);
    QCOMPARE(tabs->tabText(1), QStringLiteral("Timeline"));
    const auto trees = f.page.findChildren<QTreeView *>();
    const auto timeline = std::find_if(trees.begin(), trees.end(), [&f](const QTreeView *tree) {
        return tree->model() == f.detail.timeline();
    });
    QVERIFY(timeline != trees.end());
    const QHeaderView &header = *(*timeline)->header();
    // The column ends where the view ends, and has room for some words.
    QCOMPARE(header.length(), (*timeline)->viewport()->width());
    QVERIFY(header.sectionSize(ui::TimelineModel::Text)
            >= 12 * f.page.fontMetrics().averageCharWidth());
    QCOMPARE(header.isSectionHidden(ui::TimelineModel::Delta), width < 400);
}

QTEST_MAIN(DetailsPageTest)
#include "tst_detailspage.moc"
