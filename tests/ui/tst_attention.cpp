// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/imageloader.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/mainwindow.h"

#include <QAction>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using hub::EventType;
using hub::JobStatus;

namespace {

/// The window with a live hub: "a" runs, "b" and "c" have been silent for long, "d" failed now.
struct Fixture
{
    QTemporaryDir home;
    test::ManualClock clock{1'731'001'000'000};
    QSettings settings{home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Session session{&clock};
    ui::JobDetail detail;
    ui::ImageLoader images;
    ui::MainWindow window{&session, &detail, &images, &settings};

    Fixture()
    {
        link(ui::LinkState::Live);
        session.receive(ui::arrival::Snapshot{{test::job("a", JobStatus::Processing, 5, 999),
                                               test::job("b", JobStatus::Processing, 5, 2),
                                               test::job("c", JobStatus::Processing, 5, 1)},
                                              {}});
        session.receive(test::jobEvent("d", EventType::Failed, 1000));
        window.show();
        passSeconds(2);
    }
    void link(ui::LinkState state) { session.receive(ui::LinkStatus{state, 0, {}, {}}); }
    void passSeconds(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(1000);
            session.tick();
        }
        session.tick();
    }
    ui::JobList &table() { return *window.jobsPage()->table(); }
    /// Triggers the menu entry with this shortcut, and returns the selected job.
    QByteArray press(const QKeySequence &keys)
    {
        const auto actions = window.findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->shortcut() == keys)
                action->trigger();
        }
        return table().currentJob();
    }
};

} // namespace

class AttentionTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsThroughStalledJobs();
    void findsNoStallsWithoutALink();
    void selectionLooksAtAFailure();
    void focusIsNoLook();
    void failuresShownAreSeen();
};

void AttentionTest::stepsThroughStalledJobs()
{
    Fixture f;
    QCOMPARE(f.session.stalledJobs(), 2);
    f.table().selectJob("d"); // the first row
    QCOMPARE(f.press(Qt::Key_F7), QByteArray("b"));
    QCOMPARE(f.press(Qt::Key_F7), QByteArray("c"));
    QCOMPARE(f.press(Qt::Key_F7), QByteArray("c")); // none below
    QCOMPARE(f.press(Qt::SHIFT | Qt::Key_F7), QByteArray("b"));
    // WHEN the job reports again THEN it is not among them
    f.session.receive(test::progress("b", 1010, 9));
    f.passSeconds(1);
    QCOMPARE(f.session.stalledJobs(), 1);
}

void AttentionTest::findsNoStallsWithoutALink()
{
    Fixture f;
    f.link(ui::LinkState::Reconnecting);
    f.passSeconds(1000); // "a" reports nothing, and neither does the hub
    QCOMPARE(f.session.stalledJobs(), 2);
    f.link(ui::LinkState::Live);
    f.passSeconds(1);
    QCOMPARE(f.session.stalledJobs(), 3);
}

void AttentionTest::selectionLooksAtAFailure()
{
    Fixture f;
    QCOMPARE(f.session.unseenFailures(), 1);
    QCOMPARE(f.table().model()->index(0, 1).data().toString(), QStringLiteral("d"));
    QCOMPARE(f.press(Qt::Key_F8), QByteArray("d"));
    QCOMPARE(f.session.unseenFailures(), 0);
    // The row keeps its place while the operator reads, and goes to the rest later.
    f.passSeconds(9);
    QCOMPARE(f.table().currentIndex().row(), 0);
    f.passSeconds(5);
    QCOMPARE(f.table().currentIndex().row(), 3);
    QCOMPARE(f.table().currentJob(), QByteArray("d"));
}

void AttentionTest::focusIsNoLook()
{
    Fixture f;
    f.window.activateWindow();
    f.table().setFocus(Qt::ActiveWindowFocusReason);
    f.passSeconds(3);
    QCOMPARE(f.session.unseenFailures(), 1);
}

void AttentionTest::failuresShownAreSeen()
{
    Fixture f;
    f.window.showFailures();
    QCOMPARE(f.session.unseenFailures(), 0);
    f.session.receive(test::jobEvent("e", EventType::Lost, 1100));
    f.passSeconds(1);
    QCOMPARE(f.session.unseenFailures(), 1);
}

QTEST_MAIN(AttentionTest)
#include "tst_attention.moc"
