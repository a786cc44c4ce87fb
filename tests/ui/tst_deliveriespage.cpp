// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/ui/connectdesk.h"
#include "ui/client/doctor/webhooksigner.h"
#include "ui/models/deliverydetail.h"
#include "ui/models/deliverylist.h"
#include "ui/widgets/deliveriespage.h"
#include "ui/widgets/deliverytable.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>

namespace {

const QByteArray whsec = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const QByteArray otherSecret = "whsec_" + QByteArray(24, 'x').toBase64();

/// A configuration with a source `std` that verifies its webhooks.
app::Config verifying(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("std.secret")));
    if (!file.open(QIODevice::WriteOnly) || file.write(whsec) != whsec.size())
        qFatal("cannot write the secret");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    app::SourceConfig source{QStringLiteral("std"),
                             QStringLiteral("standard-webhooks"),
                             {{QStringLiteral("job"), QStringLiteral("/job_id")},
                              {QStringLiteral("status"), QStringLiteral("/status")}},
                             {}};
    source.secretsFile = QStringList{file.fileName()};
    app::Config config;
    config.sources.push_back(source);
    return config;
}

} // namespace

/// The page of received webhooks against a real hub.
class DeliveriesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsWebhooksLive();
    void explainsAWrongSignature();
    void replays();
    void copiesAndSaves();
    void loadsOlderOnes();
    void staysWhereTheReaderIs();
    void readsAgainAfterARestart();
    void filters();
    void goesToTheJob();
    void saysThatItNeedsARight();

private:
    int send(const QByteArray &body, const QByteArray &secret = whsec)
    {
        const auto headers =
            ui::signedHeaders(*ui::signingKey(secret), "msg-" + QByteArray::number(++m_sent),
                              QDateTime::currentSecsSinceEpoch(), body);
        return test::httpCall(m_hub->url(), "POST", "/api/v1/webhooks/std", body, headers).status;
    }
    ui::DeliveriesPage &page() { return *m_desk->window().deliveriesPage(); }
    QAbstractItemModel &rows() { return *page().table()->model(); }
    QString cell(int row, ui::DeliveryModel::Column column)
    {
        return rows().index(row, column).data().toString();
    }
    void openPage()
    {
        m_desk->start(m_hub->url());
        auto *dock = m_desk->window().findChild<QDockWidget *>(QStringLiteral("deliveries"));
        dock->show();
        dock->raise();
        QTRY_VERIFY(m_desk->isLive());
        QTRY_VERIFY(page().list()->isLive() && !page().list()->isLoading());
    }
    void select(int row)
    {
        page().table()->setCurrentIndex(rows().index(row, 0));
        QTRY_VERIFY(page().detail()->isLoaded());
    }
    static void accept(QMessageBox *box)
    {
        QVERIFY(box);
        for (QAbstractButton *one : box->buttons()) {
            if (box->buttonRole(one) == QMessageBox::AcceptRole)
                return one->click();
        }
        QFAIL("the question has no button that accepts");
    }
    QAction *action(const char *name) { return page().findChild<QAction *>(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::HubRunner> m_hub;
    std::unique_ptr<test::ConnectDesk> m_desk;
    int m_sent = 0;
};

void DeliveriesPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<test::HubRunner>(verifying(*m_folder));
    m_desk = std::make_unique<test::ConnectDesk>();
}

void DeliveriesPageTest::cleanup()
{
    m_desk.reset();
    m_hub.reset();
}

void DeliveriesPageTest::showsWebhooksLive()
{
    QCOMPARE(send(R"({"job_id":"job-1","status":"processing"})"), 200);
    openPage();
    QTRY_COMPARE(rows().rowCount(), 1);
    QCOMPARE(cell(0, ui::DeliveryModel::Verdict), QStringLiteral("Accepted"));
    QCOMPARE(cell(0, ui::DeliveryModel::Status), QStringLiteral("200"));
    QCOMPARE(cell(0, ui::DeliveryModel::Job), QStringLiteral("job-1"));
    QVERIFY(!cell(0, ui::DeliveryModel::Event).isEmpty());
    QCOMPARE(send(R"({"job_id":"job-2","status":"failed"})"), 200);
    QTRY_COMPARE(rows().rowCount(), 2);
    QCOMPARE(cell(0, ui::DeliveryModel::Job), QStringLiteral("job-2"));
    QCOMPARE(page().findChild<QLabel *>(QStringLiteral("age"))->text(), QStringLiteral("Live"));
}

void DeliveriesPageTest::explainsAWrongSignature()
{
    openPage();
    QCOMPARE(send(R"({"job_id":"job-1","status":"failed"})", otherSecret), 401);
    QTRY_COMPARE(rows().rowCount(), 1);
    QCOMPARE(cell(0, ui::DeliveryModel::Verdict), QStringLiteral("Refused"));
    QCOMPARE(cell(0, ui::DeliveryModel::Status), QStringLiteral("401"));
    select(0);
    const auto verdict = [this] { return page().detail()->sentences().join(QLatin1Char(' ')); };
    QTRY_VERIFY2(verdict().contains(QStringLiteral("does not fit the secret")),
                 qPrintable(verdict()));
    QVERIFY(verdict().contains(QStringLiteral("clock")));
    bool shown = false;
    for (const QPlainTextEdit *edit : page().findChildren<QPlainTextEdit *>())
        shown = shown || edit->toPlainText().contains(QStringLiteral("does not fit the secret"));
    QVERIFY(shown);
    QSignalSpy told(&page(), &ui::DeliveriesPage::told);
    action("replay")->trigger();
    accept(page().findChild<QMessageBox *>());
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(told.first().first().toString().contains(QStringLiteral("was not taken in again")),
             qPrintable(told.first().first().toString()));
}

void DeliveriesPageTest::replays()
{
    QCOMPARE(send(R"({"job_id":"job-1","status":"processing"})"), 200);
    openPage();
    QTRY_COMPARE(rows().rowCount(), 1);
    select(0);
    QSignalSpy told(&page(), &ui::DeliveriesPage::told);
    action("replay")->trigger();
    auto *box = page().findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->text().contains(QStringLiteral("delivery 1 ")));
    QVERIFY(box->informativeText().contains(QStringLiteral("job-1")));
    QCOMPARE(rows().rowCount(), 1); // nothing happens before the answer
    accept(box);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(told.first().first().toString().startsWith(
                 QStringLiteral("Delivery 1 was taken in again as delivery 2.")),
             qPrintable(told.first().first().toString()));
    QTRY_COMPARE(rows().rowCount(), 2);
    QVERIFY(cell(0, ui::DeliveryModel::Reason).startsWith(QStringLiteral("Replay of 1")));
    QCOMPARE(cell(0, ui::DeliveryModel::Status), QStringLiteral("–"));
    QCOMPARE(page().detail()->info().id, 1); // what is shown does not change
}

void DeliveriesPageTest::copiesAndSaves()
{
    const QByteArray body = R"({"job_id":"job-1","status":"processing","n":12345678901234567890})";
    QCOMPARE(send(body), 200);
    openPage();
    QTRY_COMPARE(rows().rowCount(), 1);
    select(0);
    action("copy-curl")->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.contains(QStringLiteral("webhook-signature: v1,")), qPrintable(command));
    QVERIFY(command.contains(QString::fromLatin1(body)));
    action("save-body")->trigger();
    auto *dialog = page().findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = m_folder->filePath(QStringLiteral("body.json"));
    QSignalSpy told(&page(), &ui::DeliveriesPage::told);
    emit dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE(told.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), body);
}

void DeliveriesPageTest::loadsOlderOnes()
{
    constexpr int all = ui::DeliveryList::pageSize + 30;
    for (int i = 0; i < all; ++i)
        QCOMPARE(send(R"({"job_id":"j","status":"log","n":)" + QByteArray::number(i) + '}'), 200);
    openPage();
    QTRY_COMPARE(rows().rowCount(), ui::DeliveryList::pageSize);
    QVERIFY(page().list()->hasOlder());
    QScrollBar *bar = page().table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    QTRY_COMPARE(rows().rowCount(), all);
    page().list()->loadOlder();
    QTRY_VERIFY(!page().list()->hasOlder());
    QCOMPARE(rows().rowCount(), all);
}

/// New webhooks above do not move what the user reads.
void DeliveriesPageTest::staysWhereTheReaderIs()
{
    for (int i = 0; i < 60; ++i)
        QCOMPARE(send(R"({"job_id":"j","status":"log","n":)" + QByteArray::number(i) + '}'), 200);
    openPage();
    QTRY_COMPARE(rows().rowCount(), 60);
    ui::DeliveryTable &table = *page().table();
    table.verticalScrollBar()->setValue(7);
    const auto top = [&] { return page().list()->shown()->at(table.indexAt(QPoint(1, 1)))->id; };
    const qint64 before = top();
    QCOMPARE(send(R"({"job_id":"j","status":"log","n":"a"})"), 200);
    QCOMPARE(send(R"({"job_id":"j","status":"log","n":"b"})"), 200);
    QTRY_COMPARE(rows().rowCount(), 62);
    QCOMPARE(top(), before);
    QCOMPARE(table.unseen(), 2);
    table.scrollToTop();
    QCOMPARE(table.unseen(), 0);
}

/// Webhooks that came while the stream of the hub was down are listed too.
void DeliveriesPageTest::readsAgainAfterARestart()
{
    QCOMPARE(send(R"({"job_id":"job-1","status":"processing"})"), 200);
    openPage();
    QTRY_COMPARE(rows().rowCount(), 1);
    const QUrl address = m_hub->url();
    m_hub->stop();
    QTRY_VERIFY(!page().list()->isLive());
    m_hub->config().listen = QStringList{address.authority()};
    m_hub->start();
    QCOMPARE(send(R"({"job_id":"job-2","status":"processing"})"), 200);
    emit m_desk->window().retryWanted();
    QTRY_COMPARE_WITH_TIMEOUT(rows().rowCount(), 2, 20'000);
}

void DeliveriesPageTest::filters()
{
    QCOMPARE(send(R"({"job_id":"job-1","status":"processing"})"), 200);
    QCOMPARE(send(R"({"job_id":"job-2","status":"failed"})", otherSecret), 401);
    openPage();
    QTRY_COMPARE(rows().rowCount(), 2);
    auto *filter = page().findChild<ui::FilterLine *>();
    filter->apply(QStringLiteral("is:bad"));
    QCOMPARE(rows().rowCount(), 1);
    QCOMPARE(cell(0, ui::DeliveryModel::Verdict), QStringLiteral("Refused"));
    filter->apply(QStringLiteral("verdict:nothing")); // wrong: the last one stays
    QCOMPARE(rows().rowCount(), 1);
    filter->apply(QStringLiteral("source=std job:job-1"));
    QCOMPARE(cell(0, ui::DeliveryModel::Job), QStringLiteral("job-1"));
    filter->apply(QStringLiteral("size>1GiB"));
    QCOMPARE(rows().rowCount(), 0);
    filter->apply({});
    QCOMPARE(rows().rowCount(), 2);
}

void DeliveriesPageTest::goesToTheJob()
{
    QCOMPARE(send(R"({"job_id":"job-1","status":"processing"})"), 200);
    openPage();
    QTRY_COMPARE(rows().rowCount(), 1);
    select(0);
    action("go-to-job")->trigger();
    QTRY_COMPARE(m_desk->window().jobsPage()->table()->currentJob(), QByteArray("job-1"));
}

void DeliveriesPageTest::saysThatItNeedsARight()
{
    const test::KeyedHub hub(verifying(*m_folder));
    m_desk->options.token = hub.token("ann", "read publish");
    m_desk->start(hub.url());
    QTRY_VERIFY(m_desk->isLive());
    m_desk->window().findChild<QDockWidget *>(QStringLiteral("deliveries"))->raise();
    const auto says = [this](const QString &text) {
        for (const QLabel *label : page().findChildren<QLabel *>()) {
            if (label->isVisibleTo(&page()) && label->text().contains(text))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(says(QStringLiteral("only to a token with the scope admin")));
    QCOMPARE(rows().rowCount(), 0);
}

QTEST_MAIN(DeliveriesPageTest)
#include "tst_deliveriespage.moc"
