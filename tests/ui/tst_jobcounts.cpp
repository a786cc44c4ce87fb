// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"
#include "tests/ui/desk.h"
#include "ui/models/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/jobchips.h"
#include "ui/widgets/viewspage.h"

#include <QAction>
#include <QDockWidget>
#include <QInputDialog>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QToolButton>

using test::Desk;
using ui::JobStatus;

/// The window counts and finds jobs that it has not loaded: a snapshot has the last 200 that ended.
class JobCountsTest : public QObject
{
    Q_OBJECT

private slots:
    void countsAreTheHubs();
    void loadsOlderJobs();
    void loadsOlderJobsOfShortPages();
    void loadsMoreAtTheEndOfTheList();
    void findsAJobThatIsNotLoaded_data();
    void findsAJobThatIsNotLoaded();
    void saysThatAJobDoesNotExist();
    void buttonsKeepTheirWidth();
    void narrowPagesHaveAMenu();
    void sidebarFilters();
    void savedViewsAndTheFilterSurvive();
    void theListHasTheFocusAtTheStart();

private:
    /// Creates jobs named <prefix>0000 and so on, all of which failed with this error.
    static void createFailed(const Desk &desk, const QByteArray &prefix, int count,
                             const QByteArray &error = {});
    static QString chip(Desk &desk, const char *name)
    {
        return desk.window().jobsPage()->findChild<QToolButton *>(QLatin1String(name))->text();
    }
    /// The number of all failures in the button, which may also say how many are new.
    static QString failed(Desk &desk)
    {
        return chip(desk, "Failed")
            .section(QStringLiteral(" · "), -1)
            .section(QLatin1Char(' '), -1);
    }
    static QString shown(Desk &desk)
    {
        return desk.window().jobsPage()->findChild<QLabel *>(QStringLiteral("shown"))->text();
    }
    static QString loadedText(int loaded, int all)
    {
        return QStringLiteral("%1 of %2 loaded").arg(ui::formatCount(loaded), ui::formatCount(all));
    }
    static QToolButton &more(Desk &desk)
    {
        return *desk.window().jobsPage()->findChild<QToolButton *>(QStringLiteral("more"));
    }
};

void JobCountsTest::createFailed(const Desk &desk, const QByteArray &prefix, int count,
                                 const QByteArray &error)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += R"({"job_id":")" + prefix + QByteArray::number(i).rightJustified(4, '0')
                 + R"(","type":"failed","error":")" + error + "\"}\n";
    QCOMPARE(desk.post("events:batch", lines), 207);
}

void JobCountsTest::countsAreTheHubs()
{
    Desk desk;
    desk.monitor.reset();
    createFailed(desk, "old-", 300);
    desk.open();
    QTRY_COMPARE(chip(desk, "Failed"), QStringLiteral("Failed  300"));
    QTRY_VERIFY(desk.window().windowTitle().startsWith(QStringLiteral("[300 failed]")));
    QRandomGenerator random(QRandomGenerator::global()->generate());
    constexpr std::array types{"processing", "completed", "failed", "queued", "lost", "cancelled"};
    for (int step = 0; step < 200; ++step) {
        // Some of these jobs are loaded, some are not, and some are new. Some changes are refused.
        const QByteArray id =
            "old-" + QByteArray::number(random.bounded(400)).rightJustified(4, '0');
        desk.post("jobs/" + id + "/events", QByteArray(R"({"type":")")
                                                + types[random.bounded(quint32(types.size()))]
                                                + "\"}");
    }
    const auto answer = test::httpCall(desk.hub.url(), "GET", "/api/v1/jobs:counts", {}).json();
    const QJsonObject counts = answer.value(QLatin1String("statuses")).toObject();
    const auto of = [&](const char *status) { return counts.value(QLatin1String(status)).toInt(); };
    const auto text = [](const char *name, int count) {
        return QLatin1String(name) + QStringLiteral("  ") + ui::formatCount(count);
    };
    QTRY_COMPARE(chip(desk, "All"), text("All", answer.value(QLatin1String("total")).toInt()));
    QTRY_COMPARE(chip(desk, "Queued"), text("Queued", of("queued")));
    QTRY_COMPARE(chip(desk, "Running"), text("Running", of("processing")));
    QTRY_COMPARE(failed(desk), ui::formatCount(of("failed") + of("lost")));
    QTRY_COMPARE(chip(desk, "Done"), text("Done", of("completed") + of("cancelled")));
}

void JobCountsTest::loadsOlderJobs()
{
    Desk desk;
    desk.monitor.reset();
    createFailed(desk, "old-", 1'300);
    desk.open();
    QTRY_COMPARE(shown(desk), loadedText(200, 1'300));
    QTRY_VERIFY(more(desk).isVisibleTo(&desk.window()));
    more(desk).click();
    QTRY_COMPARE(shown(desk), loadedText(1'000, 1'300));
    QTRY_VERIFY(more(desk).isEnabled());
    more(desk).click();
    QTRY_COMPARE(shown(desk), ui::formatCount(1'300) + QStringLiteral(" jobs"));
    QTRY_VERIFY(!more(desk).isVisibleTo(&desk.window()));
    QCOMPARE(desk.cell("old-0000", ui::JobColumn::State), QStringLiteral("Failed"));
}

void JobCountsTest::loadsOlderJobsOfShortPages()
{
    const QByteArray error(700, 'x'); // the hub ends a page after 256 KiB
    constexpr int all = 1'300;
    Desk desk;
    desk.monitor.reset();
    createFailed(desk, "old-", all, error);
    desk.open();
    QTRY_COMPARE(shown(desk), loadedText(200, all));
    QTRY_VERIFY(more(desk).isVisibleTo(&desk.window()));
    more(desk).click();
    QTRY_COMPARE(shown(desk), loadedText(1'000, all));
    QTRY_VERIFY(more(desk).isEnabled());
}

void JobCountsTest::loadsMoreAtTheEndOfTheList()
{
    Desk desk;
    desk.monitor.reset();
    createFailed(desk, "old-", 400);
    desk.open();
    QTRY_VERIFY(more(desk).isVisibleTo(&desk.window()));
    QScrollBar *bar = desk.table().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    QTRY_COMPARE(shown(desk), QStringLiteral("400 jobs"));
}

void JobCountsTest::findsAJobThatIsNotLoaded_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("its id") << QStringLiteral("first-0000");
    QTest::newRow("its beginning") << QStringLiteral("fir");
}

void JobCountsTest::findsAJobThatIsNotLoaded()
{
    QFETCH(QString, text);
    Desk desk;
    desk.monitor.reset();
    createFailed(desk, "first-", 1);
    createFailed(desk, "old-first-", 250); // contain the text, too
    desk.open();
    QTRY_COMPARE(shown(desk), loadedText(200, 251));
    emit desk.window().lookUpWanted(text);
    QTRY_COMPARE(desk.table().currentJob(), QByteArray("first-0000"));
}

void JobCountsTest::saysThatAJobDoesNotExist()
{
    Desk desk;
    QTRY_VERIFY(desk.window().jobsPage()->isVisible());
    for (const char *text : {"nobody", "no body"}) {
        emit desk.window().lookUpWanted(QString::fromLatin1(text));
        const auto says = [&] {
            const auto labels = desk.window().findChild<ui::Banner *>()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                return label->text().contains(QLatin1String(text));
            });
        };
        QTRY_VERIFY(says());
    }
}

void JobCountsTest::buttonsKeepTheirWidth()
{
    Desk desk;
    const auto buttons = desk.window().findChild<ui::JobChips *>()->findChildren<QToolButton *>();
    QList<QRect> before;
    for (const QToolButton *button : buttons)
        before << button->geometry();
    createFailed(desk, "old-", 1'234);
    QTRY_COMPARE(chip(desk, "Failed"),
                 QStringLiteral("Failed  99+ new · ") + ui::formatCount(1'234));
    QVERIFY(buttons.size() > 6);
    QList<QRect> after;
    for (const QToolButton *button : buttons)
        after << button->geometry();
    QCOMPARE(after, before);
}

void JobCountsTest::narrowPagesHaveAMenu()
{
    const hub::SystemClock clock;
    ui::Session session(&clock);
    ui::JobsPage page(&session);
    page.resize(1'400, 300);
    page.show();
    auto *chips = page.findChild<ui::JobChips *>();
    auto *all = chips->findChild<QToolButton *>(QStringLiteral("All"));
    auto *menu = chips->findChild<QMenu *>();
    auto *button = qobject_cast<QToolButton *>(menu->parentWidget());
    QVERIFY(all->isVisible());
    QVERIFY(!button->isVisible());
    page.resize(500, 300);
    QTRY_VERIFY(button->isVisible());
    QVERIFY(!all->isVisible());
    QCOMPARE(page.width(), 500);
    menu->actions().at(3)->trigger();
    QCOMPARE(chips->chosen(), ui::failedStatuses);
    QCOMPARE(session.sortedJobs()->filter().statuses(), ui::failedStatuses);
    QCOMPARE(button->text(), QStringLiteral("Failed  0"));
}

void JobCountsTest::sidebarFilters()
{
    Desk desk;
    createFailed(desk, "bad-", 3);
    desk.post("jobs", R"({"job_id":"good","kind":"image"})");
    auto *views = desk.window().findChild<ui::ViewsPage *>();
    desk.window().findChild<QDockWidget *>(QStringLiteral("views"))->show();
    auto *tree = views->findChild<QTreeView *>();
    const auto view = [tree](const char *filter) {
        return static_cast<ui::ViewsModel *>(tree->model())->indexOf(QLatin1String(filter));
    };
    QTRY_VERIFY(view("kind:image").isValid());
    QTRY_COMPARE(view("state:failed").siblingAtColumn(1).data().toString(), QStringLiteral("3"));
    emit tree->clicked(view("kind:image"));
    QTRY_COMPARE(desk.table().model()->rowCount(), 1);
    QCOMPARE(tree->currentIndex(), view("kind:image"));
    emit tree->clicked(view("")); // all
    QTRY_COMPARE(desk.table().model()->rowCount(), 4);
}

void JobCountsTest::savedViewsAndTheFilterSurvive()
{
    Desk desk;
    createFailed(desk, "bad-", 1);
    const auto act = [&desk](const char *text) {
        const auto actions = desk.window().findChildren<QAction *>();
        const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction *action) {
            return action->text().remove(QLatin1Char('&')) == QString::fromUtf8(text);
        });
        QVERIFY2(found != actions.end(), text);
        (*found)->trigger();
    };
    desk.window().jobsPage()->setFilterText(QStringLiteral("state:failed"));
    act("Save this view\u2026");
    auto *dialog = desk.window().findChild<QInputDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->setTextValue(QStringLiteral("Night & day"));
    dialog->accept();
    desk.window().saveLayout();
    desk.monitor.reset();
    desk.open();
    QCOMPARE(desk.window().jobsPage()->filterText(), QStringLiteral("state:failed"));
    desk.window().jobsPage()->clearFilter();
    const auto menus = desk.window().findChildren<QAction *>();
    const auto saved = std::find_if(menus.begin(), menus.end(), [](const QAction *action) {
        return action->shortcut() == QKeySequence(QStringLiteral("Alt+Shift+1"));
    });
    QVERIFY(saved != menus.end());
    (*saved)->trigger();
    QCOMPARE(desk.window().jobsPage()->filterText(), QStringLiteral("state:failed"));
}

void JobCountsTest::theListHasTheFocusAtTheStart()
{
    Desk desk;
    QTRY_VERIFY(desk.window().jobsPage()->isVisible());
    desk.post("jobs", R"({"job_id":"a"})");
    QTRY_VERIFY(desk.table().isVisible());
    QCOMPARE(desk.window().focusWidget(), &desk.table());
    QCOMPARE(desk.table().currentJob(), QByteArray()); // the focus chooses no job
    QTest::keyClick(&desk.table(), Qt::Key_Down);
    QCOMPARE(desk.table().currentJob(), QByteArray("a"));
}

QTEST_MAIN(JobCountsTest)
#include "tst_jobcounts.moc"
