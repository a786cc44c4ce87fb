// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"
#include "ui/models/session.h"
#include "ui/widgets/logpage.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace {

/// A log page whose log has one short row and then rows on which a costly expression fails.
struct Desk
{
    const hub::SystemClock clock{}; ///< The budget of a tick is real time here.
    ui::Session session{&clock};
    ui::LogPage page{&session};
    quint32 n = 0;

    void receive(const QByteArray &message)
    {
        const hub::EventId id{clock.wallMs(), ++n};
        const QByteArray text = R"({"job_id":"job-1","message":")" + message + R"("})";
        session.receive(ui::JobEvent{hub::Cursor{QByteArrayLiteral("k3f9a2"), id}.toWire(),
                                     hub::parseJobDelta(id, hub::EventType::Log, text).value(),
                                     text});
    }
    void fill(int costly)
    {
        receive("aaaa");
        for (int i = 0; i < costly; ++i)
            receive(QByteArray(4000, 'a') + '!');
        while (session.queued() > 0)
            session.tick();
    }
    void filter(const QString &text)
    {
        auto *line = page.findChild<QLineEdit *>(QStringLiteral("filter"));
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
        while (session.logRows()->progress() < 1)
            session.tick();
    }
    QString problem() const
    {
        // The field of the filter has such a label, and that of Find in log.
        for (const QLabel *label : page.findChildren<QLabel *>(QStringLiteral("filter-problem"))) {
            if (label->isVisibleTo(&page))
                return label->text();
        }
        return {};
    }
};

const QString costlyExpression = QStringLiteral("/^(\\w+\\s?)*$/");

} // namespace

/// A regular expression that is too costly is stopped, and the window says so.
class TestCostlyRegex : public QObject
{
    Q_OBJECT

private slots:
    void saysThatAFilterStopped();
    void countsWhatItLeavesOut();
    void keepsTheRowsAfterAnError();
};

void TestCostlyRegex::saysThatAFilterStopped()
{
    Desk desk;
    desk.page.resize(1100, 400);
    desk.page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&desk.page));
    desk.fill(300);
    desk.filter(costlyExpression);
    QCOMPARE(desk.problem(), QStringLiteral("Filter stopped: the expression takes too long"));
    QCOMPARE(desk.session.logRows()->count(), 1);
    const QDir screens(QStringLiteral(QT_TESTCASE_BUILDDIR "/screens"));
    QVERIFY(screens.mkpath(QStringLiteral(".")));
    QVERIFY(desk.page.grab().save(screens.filePath(QStringLiteral("filter-stopped.png"))));
    desk.filter({});
    QCOMPARE(desk.problem(), QString());
    QCOMPARE(desk.session.logRows()->count(), 301);
}

void TestCostlyRegex::countsWhatItLeavesOut()
{
    Desk desk;
    desk.fill(1);
    desk.filter(costlyExpression);
    QCOMPARE(desk.problem(),
             QStringLiteral("1 event hidden: the expression takes too long to check it"));
    desk.fill(2);
    const auto isJudged = [&desk] { // a turn is short, so later ones may have to go on
        desk.session.tick();
        return desk.session.logRows()->unjudged() == 3;
    };
    QVERIFY(QTest::qWaitFor(isJudged));
    QCOMPARE(desk.problem(),
             QStringLiteral("3 events hidden: the expression takes too long to check them"));
    QCOMPARE(desk.session.logRows()->count(), 2);
}

void TestCostlyRegex::keepsTheRowsAfterAnError()
{
    Desk desk;
    desk.fill(1);
    desk.filter(QStringLiteral("/(/"));
    QVERIFY(desk.problem().startsWith(QLatin1String("Invalid regular expression: ")));
    QCOMPARE(desk.session.logRows()->count(), 2);
    desk.session.tick(); // a refresh keeps the error
    QVERIFY(!desk.problem().isEmpty());
}

QTEST_MAIN(TestCostlyRegex)
#include "tst_costlyregex.moc"
