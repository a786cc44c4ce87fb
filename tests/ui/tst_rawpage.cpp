// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/rawpage.h"

#include "tests/support/keyedhub.h"
#include "tests/ui/desk.h"
#include "ui/client/hubapi.h"
#include "ui/client/hubnetwork.h"
#include "ui/models/jobdetail.h"
#include "ui/models/rawframes.h"
#include "ui/models/timelinemodel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QProcess>
#include <QStandardPaths>
#include <QTabWidget>
#include <QToolButton>

using test::Desk;

namespace {

/// The raw tab of a monitor that shows a job.
struct Raw
{
    Desk &desk;
    QTabWidget *tabs = desk.details().findChild<QTabWidget *>();
    ui::RawPage *page = desk.details().findChild<ui::RawPage *>();

    void open(const QByteArray &job)
    {
        QVERIFY(QTest::qWaitFor([&] { return desk.table().selectJob(job); }));
        tabs->setCurrentWidget(page);
    }
    QComboBox &choice() const { return *page->findChild<QComboBox *>(); }
    bool says(const QString &text) const
    {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text().contains(text); });
    }
    /// Presses a button and returns what is in the clipboard then.
    QString copied(const QString &button) const
    {
        for (QToolButton *one : page->findChildren<QToolButton *>()) {
            if (one->text() == button)
                one->click();
        }
        return QGuiApplication::clipboard()->text();
    }
};

/// Runs a command line by a shell. Returns what it prints.
QByteArray printed(const QString &line)
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
    const bool ended =
        QTest::qWaitFor([&shell] { return shell.state() == QProcess::NotRunning; }, 20'000);
    return ended ? shell.readAllStandardOutput() : QByteArray();
}

} // namespace

class RawPageTest : public QObject
{
    Q_OBJECT

private slots:
    void framesAreThoseOfTheHub();
    void webhooksAreShownAndSentAgain();
    void saysThatTheScopeIsMissing();
    void saysWhatIsLeftOut();
};

void RawPageTest::framesAreThoseOfTheHub()
{
    if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("there is no curl");
    Desk desk;
    desk.post("jobs", R"({"job_id":"a","kind":"image"})");
    desk.publish("a", R"({"type":"log","message":"it's \"quoted\"\nand \u00e4"})");
    Raw raw{desk};
    raw.open("a");
    QTRY_VERIFY(raw.page->text().contains(QStringLiteral("event: log")));
    desk.publish("a", R"({"type":"progress","progress":10})"); // live
    QTRY_VERIFY(raw.page->text().contains(QStringLiteral("event: progress")));
    desk.publish("a", R"({"type":"completed","result":{"n":1.50}})");
    QTRY_VERIFY(raw.page->text().contains(QStringLiteral("event: completed")));
    // The stream ends with the job, and begins with the control events of the hub.
    const QString curl = raw.copied(QStringLiteral("Copy as curl"));
    QVERIFY(curl.contains(QStringLiteral("$HELIO_TOKEN")));
    const QByteArray stream = printed(curl);
    QVERIFY2(stream.contains(raw.copied(QStringLiteral("Copy")).toUtf8()), stream.constData());
}

void RawPageTest::webhooksAreShownAndSentAgain()
{
    if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("there is no curl");
    Desk desk;
    desk.post("jobs", R"({"job_id":"a","kind":"generic"})");
    const QByteArray body = R"({"job_id":"a","status":"processing","message":"it's @here"})";
    QCOMPARE(desk.post("webhooks/generic", body), 200);
    Raw raw{desk};
    raw.open("a");
    QTRY_COMPARE(raw.choice().count(), 2);
    QVERIFY(raw.choice().itemText(1).contains(QStringLiteral("generic · accepted · applied")));
    raw.choice().setCurrentIndex(1);
    QTRY_VERIFY(raw.page->text().startsWith(QStringLiteral("POST /api/v1/webhooks/generic\n")));
    QVERIFY(raw.page->text().endsWith(QString::fromUtf8(body)));
    // The line sends the same bytes: the hub calls it a repeat.
    const QByteArray answer = printed(raw.copied(QStringLiteral("Copy as curl")));
    QVERIFY2(answer.contains("\"effect\":\"duplicate\""), answer.constData());
}

void RawPageTest::saysThatTheScopeIsMissing()
{
    const test::KeyedHub hub;
    ui::JobDetail detail;
    ui::RawPage page(&detail);
    test::httpCall(hub.url(), "POST", "/api/v1/jobs", R"({"job_id":"a"})",
                   {{"Authorization", "Bearer " + hub.token("ann", "publish")}});
    ui::HubNetwork reader;
    reader.setToken(hub.url(), hub.token("ann", "read"));
    ui::HubApi api(&reader, hub.url());
    detail.deliveries()->setApi(&api);
    hub::Job job;
    job.id = "a";
    detail.setJob(job);
    page.show();
    const auto *note = page.findChild<QLabel *>();
    QTRY_COMPARE(note->text(),
                 QStringLiteral("The hub shows deliveries only to a token with the scope admin."));
}

void RawPageTest::saysWhatIsLeftOut()
{
    ui::TimelineModel timeline;
    QList<ui::JobEvent> events;
    for (int n = 0; n < 100; ++n) {
        ui::JobEvent event;
        event.delta.id = {1'731'000'000'000 + n, 0};
        event.id = hub::Cursor{QByteArrayLiteral("e"), event.delta.id}.toWire();
        event.delta.type = hub::EventType::Log;
        event.text = "{\"message\":\"" + QByteArray(100, 'x') + "\"}";
        events << event;
    }
    timeline.add(events);
    const ui::RawFrames frames = ui::RawFrames::of(timeline, 1000);
    QCOMPARE(frames.all, 100);
    QVERIFY(frames.shown > 3 && frames.shown < 10);
    QVERIFY(frames.text.size() <= 1000);
    QVERIFY(frames.text.endsWith(QString::fromUtf8(ui::rawFrame(events.last()))));
    QCOMPARE(ui::RawFrames::of(timeline, 1).shown, 1);
}

QTEST_MAIN(RawPageTest)
#include "tst_rawpage.moc"
