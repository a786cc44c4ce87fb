// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"
#include "tests/support/usertoken.h"
#include "tests/ui/connectdesk.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"

#include <QAction>
#include <QInputDialog>
#include <QLabel>
#include <QToolButton>

#include <optional>

using test::ConnectDesk;
using test::HubProcess;

namespace {

/// A hub of its own process that asks for tokens, and that can be killed and started again at the
/// same address.
class GuardedHub
{
public:
    GuardedHub()
    {
        QFile file(m_data.filePath(QStringLiteral("hub.pem")));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_key.publicKey().toPem()) < 0)
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.close();
        qputenv("HELIOGRAPH_AUTH_KEYS", file.fileName().toUtf8());
        m_process.emplace(m_data.path());
        m_url = m_process->url();
    }
    ~GuardedHub() { qunsetenv("HELIOGRAPH_AUTH_KEYS"); }
    Q_DISABLE_COPY_MOVE(GuardedHub)

    QUrl url() const { return m_url; }
    QByteArray token(const QByteArray &scope) const { return test::userToken(m_key, "ann", scope); }
    void kill()
    {
        m_process->process().kill();
        QVERIFY(m_process->waitForExit(10'000));
    }
    void startAgain() { m_process.emplace(m_data.path(), static_cast<quint16>(m_url.port())); }
    /// Publishes these events, each a JSON object of one line.
    void publish(const QByteArray &lines) const
    {
        const test::HttpHeaders headers{{"Authorization", "Bearer " + token("admin publish read")}};
        QCOMPARE(test::httpCall(m_url, "POST", "/api/v1/events:batch", lines, headers).status, 207);
    }

private:
    const QTemporaryDir m_data;
    const hub::PrivateKey m_key = *hub::PrivateKey::generateEd25519();
    std::optional<HubProcess> m_process;
    QUrl m_url;
};

/// Events that make so many jobs, named <prefix>00000 and so on, with this last event.
QByteArray jobs(const QByteArray &prefix, int count, const QByteArray &last)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        const QByteArray id = prefix + QByteArray::number(i).rightJustified(5, '0');
        lines += R"({"job_id":")" + id + R"(",)" + last + "}\n";
    }
    return lines;
}

} // namespace

/// The tasks of an operator who has never seen the window. The hub asks for a token, has ten
/// thousand jobs, and is killed and started again meanwhile.
class OperatorTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void seesWhatRunsAndWhatFailed();
    void seesThatNothingIsLive();
    void findsOneJob();
    void hearsOfAFailureOfTheMeantime();

private:
    QString chip(const char *name)
    {
        return m_desk->window().jobsPage()->findChild<QToolButton *>(QLatin1String(name))->text();
    }
    void goTo(const QString &id);
    QString currentJob() { return QString::fromUtf8(list().currentJob()); }
    ui::JobList &list() { return *m_desk->window().jobsPage()->table(); }

    std::optional<GuardedHub> m_hub;
    std::optional<ConnectDesk> m_desk;
};

void OperatorTest::init()
{
    m_hub.emplace();
    m_hub->publish(jobs("old-", 9'000, R"("type":"completed")"));
    m_hub->publish(jobs("bad-", 900, R"("type":"failed","error":"CUDA out of memory")"));
    m_hub->publish(jobs("now-", 100, R"("type":"processing")"));
    m_desk.emplace();
    m_desk->options.token = m_hub->token("read");
    m_desk->start(m_hub->url());
    QTRY_VERIFY(m_desk->isLive());
    QTRY_VERIFY(chip("Failed").endsWith(QStringLiteral("900")));
}

void OperatorTest::cleanup()
{
    m_desk.reset();
    m_hub.reset();
}

void OperatorTest::goTo(const QString &id)
{
    const auto actions = m_desk->window().findChildren<QAction *>();
    const auto action = std::find_if(actions.begin(), actions.end(), [](const QAction *one) {
        return one->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_G);
    });
    QVERIFY(action != actions.end());
    (*action)->trigger();
    auto *dialog = m_desk->window().findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(id);
    dialog->accept();
}

void OperatorTest::seesWhatRunsAndWhatFailed()
{
    QCOMPARE(chip("All"), QStringLiteral("All  10,000"));
    QCOMPARE(chip("Running"), QStringLiteral("Running  100"));
    QCOMPARE(chip("Done"), QStringLiteral("Done  9,000"));
    QTRY_VERIFY(
        m_desk->window().windowTitle().startsWith(QStringLiteral("[100 running, 900 failed]")));
    goTo(QStringLiteral("bad-00000"));
    QTRY_COMPARE(currentJob(), QStringLiteral("bad-00000"));
    const auto column = static_cast<int>(ui::JobColumn::Outcome);
    QCOMPARE(list().currentIndex().siblingAtColumn(column).data().toString(),
             QStringLiteral("failed: CUDA out of memory"));
}

void OperatorTest::seesThatNothingIsLive()
{
    m_hub->kill();
    QTRY_VERIFY(m_desk->window().windowTitle().startsWith(QStringLiteral("[offline, as of ")));
    QVERIFY(!m_desk->isLive());
    m_hub->startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLive(), 30'000);
    QTRY_VERIFY(m_desk->window().windowTitle().startsWith(QStringLiteral("[100 running")));
    QCOMPARE(chip("All"), QStringLiteral("All  10,000"));
}

void OperatorTest::findsOneJob()
{
    m_hub->kill();
    m_hub->startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLive(), 30'000);
    goTo(QStringLiteral("old-04711")); // the list has the last 200 that ended
    QTRY_COMPARE(currentJob(), QStringLiteral("old-04711"));
}

void OperatorTest::hearsOfAFailureOfTheMeantime()
{
    m_hub->kill();
    QTRY_VERIFY(!m_desk->isLive());
    m_hub->startAgain();
    m_hub->publish(R"({"job_id":"now-00042","type":"failed","error":"the pod was evicted"})");
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLive(), 30'000);
    QTRY_COMPARE(chip("Failed"), QStringLiteral("Failed  1 new · 901"));
    QTRY_COMPARE(chip("Running"), QStringLiteral("Running  99"));
}

QTEST_MAIN(OperatorTest)
#include "tst_operator.moc"
