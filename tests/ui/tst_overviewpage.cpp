// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/overviewpage.h"

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/session.h"
#include "ui/widgets/historychart.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

namespace {

struct Fixture
{
    test::ManualClock clock;
    ui::Session session{&clock};
    ui::OverviewPage page{&session};

    Fixture()
    {
        QObject::connect(&session, &ui::Session::secondPassed, &page,
                         &ui::OverviewPage::passSecond);
        page.resize(400, 700);
    }
    void link(ui::LinkState state)
    {
        session.receive(ui::LinkStatus{state, 0, {}, {}});
        ui::HubFigures figures;
        figures.connections = 7;
        session.receive(figures);
    }
    void pass(int seconds)
    {
        for (int second = 0; second < seconds; ++second) {
            clock.advance(1000);
            session.tick();
        }
    }
    const ui::HistoryChart &chart(int number) const
    {
        return *page.findChildren<ui::HistoryChart *>().at(number);
    }
    void fail(const char *id)
    {
        hub::Job job = test::job(id, hub::JobStatus::Failed);
        job.finishedMs = clock.wallMs() - 60'000;
        session.receive(ui::arrival::Snapshot{{job}, {}});
    }
};

} // namespace

class OverviewPageTest : public QObject
{
    Q_OBJECT

private slots:
    void chartsSayTheirFigures();
    void gapsAreNotDrawnOver();
    void linksToTheLastFailures();
    void doesNothingWhileHidden();
    void anotherHubStartsAnew();
};

void OverviewPageTest::chartsSayTheirFigures()
{
    Fixture f;
    f.page.show();
    f.link(ui::LinkState::Live);
    f.fail("a");
    f.pass(20);
    QCOMPARE(f.chart(0).accessibleName(), QStringLiteral("Events per second"));
    QCOMPARE(f.chart(0).accessibleDescription(), QStringLiteral("0 now · at most 0"));
    QCOMPARE(f.chart(1).accessibleDescription(), QStringLiteral("1 now · at most 1"));
    QCOMPARE(f.chart(2).accessibleDescription(), QStringLiteral("7 now · at most 7"));
    QCOMPARE(f.chart(2).lineCount(), 1);
}

void OverviewPageTest::gapsAreNotDrawnOver()
{
    Fixture f;
    f.page.show();
    f.link(ui::LinkState::Live);
    f.pass(20);
    f.link(ui::LinkState::Reconnecting);
    f.pass(20);
    QVERIFY(f.chart(2).accessibleDescription().startsWith(QStringLiteral("not live")));
    QCOMPARE(f.chart(2).lineCount(), 1);
    f.link(ui::LinkState::Live);
    f.pass(20);
    for (int number = 0; number < 3; ++number)
        QCOMPARE(f.chart(number).lineCount(), 2);
    QVERIFY(!f.page.grab().isNull());
}

void OverviewPageTest::linksToTheLastFailures()
{
    Fixture f;
    f.page.show();
    f.link(ui::LinkState::Live);
    f.pass(6);
    f.fail("job-7");
    f.pass(1);
    auto *list = f.page.findChild<QListWidget *>();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("job-7 · 1 min ago")));
    QSignalSpy wanted(&f.page, &ui::OverviewPage::jobWanted);
    emit list->itemActivated(list->item(0));
    QCOMPARE(wanted.value(0).value(0).toByteArray(), QByteArray("job-7"));
}

void OverviewPageTest::doesNothingWhileHidden()
{
    Fixture f;
    f.link(ui::LinkState::Live);
    f.pass(20);
    QCOMPARE(f.chart(2).lineCount(), 0);
    f.page.show(); // the figures of the time before are there
    QCOMPARE(f.chart(2).lineCount(), 1);
}

void OverviewPageTest::anotherHubStartsAnew()
{
    Fixture f;
    f.page.show();
    f.link(ui::LinkState::Live);
    f.pass(20);
    QCOMPARE(f.chart(2).lineCount(), 1);
    f.page.clear();
    QCOMPARE(f.chart(2).lineCount(), 0);
}

QTEST_MAIN(OverviewPageTest)
#include "tst_overviewpage.moc"
