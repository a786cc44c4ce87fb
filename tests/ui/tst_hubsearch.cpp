// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk.h"
#include "ui/models/formats.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/jobchips.h"

#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using test::Desk;

/// The filter of the list reaches jobs of the hub that are not loaded.
class HubSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsNotLoaded();
    void loadsPageAfterPage();
    void aNewFilterReplacesTheSearch();
    void searchesTheStatesOfAChip();
    void saysThatNothingMatches();
    void searchesOnlyLoadedJobsForWhatTheHubDoesNotKnow();
    void saysThatTheHubDidNotAnswer();
    void searchesForTheFilterOfTheLastSession();
    void stalledChipFilters();

private:
    static QByteArray failedJob(int number)
    {
        const QByteArray id = QByteArray(number % 10 == 0 ? "bob-" : "old-")
                              + QByteArray::number(number).rightJustified(4, '0');
        return "{\"job_id\":\"" + id + "\",\"type\":\"failed\"}\n";
    }
    /// A monitor beside a hub with 3,000 failed jobs. Every tenth is `bob-…`, the others `old-…`.
    /// The monitor has loaded the newest 200.
    static void fill(Desk &desk)
    {
        desk.monitor.reset();
        for (int chunk = 0; chunk < 3; ++chunk) {
            QByteArray lines;
            for (int i = chunk * 1'000; i < (chunk + 1) * 1'000; ++i)
                lines += failedJob(i);
            QCOMPARE(desk.post("events:batch", lines), 207);
        }
        desk.open();
        QTRY_COMPARE(shown(desk), QStringLiteral("200 of %1 loaded").arg(ui::formatCount(3'000)));
    }
    static QString shown(Desk &desk)
    {
        return desk.window().jobsPage()->findChild<QLabel *>(QStringLiteral("shown"))->text();
    }
    static QString shownOfAll(int rows)
    {
        return QStringLiteral("%1 of %2 shown · ")
            .arg(ui::formatCount(rows), ui::formatCount(3'000));
    }
    static QToolButton &more(Desk &desk)
    {
        return *desk.window().jobsPage()->findChild<QToolButton *>(QStringLiteral("more"));
    }
    /// Loads page after page until the list has all matches of the hub.
    static void loadAll(Desk &desk, int matches)
    {
        const auto isLoaded = [&] {
            if (more(desk).isEnabled())
                more(desk).click();
            return desk.table().model()->rowCount() == matches;
        };
        QTRY_VERIFY2(isLoaded(), qPrintable(shown(desk)));
    }
    static void filter(Desk &desk, const QString &text)
    {
        desk.window().jobsPage()->setFilterText(text);
    }
};

void HubSearchTest::findsWhatIsNotLoaded()
{
    Desk desk;
    fill(desk);
    filter(desk, QStringLiteral("id:old-0007"));
    QTRY_COMPARE(shown(desk),
                 shownOfAll(1) + QStringLiteral("201 loaded · all matches of the hub are loaded"));
    QVERIFY(!more(desk).isVisibleTo(&desk.window()));
    QVERIFY(desk.table().selectJob("old-0007"));
    filter(desk, {});
    QTRY_COMPARE(shown(desk), QStringLiteral("201 of %1 loaded").arg(ui::formatCount(3'000)));
    QVERIFY(more(desk).isVisibleTo(&desk.window()));
}

void HubSearchTest::loadsPageAfterPage()
{
    Desk desk;
    fill(desk);
    filter(desk, QStringLiteral("id:bob-*"));
    // 20 of the 300 jobs `bob-…` were loaded. The first page has 200 of them, or fewer: a busy hub
    // ends a page early.
    QTRY_VERIFY(shown(desk).endsWith(QStringLiteral(" loaded · the hub may have more matches")));
    const int first = desk.table().model()->rowCount();
    QVERIFY2(first > 20 && first <= 200, qPrintable(shown(desk)));
    QVERIFY(shown(desk).startsWith(shownOfAll(first)));
    QVERIFY(more(desk).isVisibleTo(&desk.window()) && more(desk).isEnabled());
    QScrollBar *bar = desk.table().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum()); // as "Load more" does
    QTRY_VERIFY(desk.table().model()->rowCount() > first);
    loadAll(desk, 300);
    QTRY_COMPARE(shown(desk),
                 shownOfAll(300)
                     + QStringLiteral("480 loaded · all matches of the hub are loaded"));
}

void HubSearchTest::aNewFilterReplacesTheSearch()
{
    Desk desk;
    fill(desk);
    filter(desk, QStringLiteral("id:bob-*"));
    QVERIFY(shown(desk).endsWith(QStringLiteral(" · asking the hub…")));
    QVERIFY(!more(desk).isEnabled());
    filter(desk, QStringLiteral("id=old-0001"));
    QTRY_COMPARE(desk.table().model()->rowCount(), 1);
    QTRY_VERIFY(shown(desk).endsWith(QStringLiteral("all matches of the hub are loaded")));
    filter(desk, {});
    QTRY_COMPARE(shown(desk), QStringLiteral("201 of %1 loaded").arg(ui::formatCount(3'000)));
}

void HubSearchTest::searchesTheStatesOfAChip()
{
    Desk desk;
    fill(desk);
    desk.window().jobsPage()->showFailures();
    QTRY_VERIFY(shown(desk).endsWith(QStringLiteral("the hub may have more matches")));
    QTRY_COMPARE(desk.table().model()->rowCount(), 400); // the first page was loaded already
    auto *queued = desk.window().findChild<ui::JobChips *>()->findChild<QToolButton *>(
        QStringLiteral("Queued"));
    queued->click();
    QTRY_VERIFY(shown(desk).endsWith(QStringLiteral("all matches of the hub are loaded")));
    QCOMPARE(desk.table().model()->rowCount(), 0);
}

void HubSearchTest::saysThatNothingMatches()
{
    Desk desk;
    fill(desk);
    filter(desk, QStringLiteral("nowhere"));
    const auto says = [&desk](const QString &text) {
        const auto labels =
            desk.window().jobsPage()->findChild<ui::EmptyState *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().endsWith(text); });
    };
    QVERIFY(says(QStringLiteral("The hub is asked for the others…")));
    QTRY_VERIFY(says(QStringLiteral("The other jobs of the hub do not match either.")));
}

void HubSearchTest::searchesOnlyLoadedJobsForWhatTheHubDoesNotKnow()
{
    Desk desk;
    fill(desk);
    filter(desk, QStringLiteral("-is:stalled"));
    QTRY_COMPARE(shown(desk),
                 shownOfAll(200)
                     + QStringLiteral("200 loaded · only the loaded jobs are searched"));
    QVERIFY(more(desk).isVisibleTo(&desk.window())); // for older jobs, whether they match or not
    more(desk).click();
    QTRY_COMPARE(desk.table().model()->rowCount(), 1'000);
}

void HubSearchTest::saysThatTheHubDidNotAnswer()
{
    Desk desk;
    fill(desk);
    desk.hub.config().listen = QStringList{desk.hub.url().authority()};
    desk.hub.stop();
    filter(desk, QStringLiteral("id:bob-*"));
    QTRY_VERIFY(shown(desk).contains(QStringLiteral("the hub was not searched: ")));
    QVERIFY(more(desk).isVisibleTo(&desk.window()) && more(desk).isEnabled());
    desk.hub.start(); // the search goes on with the link
    emit desk.window().retryWanted();
    QTRY_VERIFY(shown(desk).endsWith(QStringLiteral("the hub may have more matches")));
    loadAll(desk, 300);
}

void HubSearchTest::searchesForTheFilterOfTheLastSession()
{
    Desk desk;
    fill(desk);
    filter(desk, QStringLiteral("id:old-0007"));
    desk.window().saveLayout();
    desk.monitor.reset();
    desk.open();
    QTRY_COMPARE(desk.table().model()->rowCount(), 1);
}

void HubSearchTest::stalledChipFilters()
{
    Desk desk;
    desk.post("jobs", R"({"job_id":"a"})");
    QTRY_COMPARE(desk.table().model()->rowCount(), 1);
    auto *chip = desk.window().findChild<ui::JobChips *>()->findChild<QToolButton *>(
        QStringLiteral("Stalled"));
    QVERIFY(!chip->isEnabled());
    filter(desk, QStringLiteral("is:stalled"));
    QTRY_VERIFY(chip->isEnabled() && chip->isChecked()); // so that a click ends it
    QCOMPARE(desk.table().model()->rowCount(), 0);
    chip->click();
    QCOMPARE(desk.window().jobsPage()->filterText(), QString());
    QCOMPARE(desk.table().model()->rowCount(), 1);
    QVERIFY(!chip->isChecked());
}

QTEST_MAIN(HubSearchTest)
#include "tst_hubsearch.moc"
