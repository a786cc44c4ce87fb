// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubprocess.h"
#include "tests/support/intruder.h"
#include "tests/support/streamreader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using test::httpCall;
using test::HubProcess;
using test::Intruder;
using test::StreamReader;

namespace {

const QByteArray event = R"({"type":"log","message":"m"})";
const QByteArray garbage = QByteArray("all work and no play ").repeated(20'000);

int publish(const HubProcess &hub)
{
    return httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", event).status;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool overwrite(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate)
           && file.write(content) == content.size();
}

} // namespace

/// Other programs lock, replace or move the database of a running `heliographd`.
class TestHubDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void lockedByAnotherProcess();
    void lockedAtTheStart();
    void replacedWhileRunning_data();
    void replacedWhileRunning();
    void movedAwayAndBack();

private:
    /// Changes the database file in the named way. Where it is renamed, `kept` is its new path.
    void disturb(const QByteArray &how, const QString &kept);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestHubDatabase::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("heliograph.db"));
}

void TestHubDatabase::lockedByAnotherProcess()
{
    HubProcess hub(m_dir->path());
    StreamReader stream(hub.url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    QCOMPARE(publish(hub), 202);
    {
        const Intruder intruder(m_path, "BEGIN EXCLUSIVE");
        QCOMPARE(publish(hub), 503);
        QCOMPARE(httpCall(hub.url(), "GET", "/readyz").status, 503);
        QCOMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs/j").status, 200);
        QTRY_VERIFY(hub.output().contains(m_path.toUtf8() + ": another program holds a lock"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(httpCall(hub.url(), "GET", "/readyz").status, 200, 20'000);
    QCOMPARE(publish(hub), 202);
    QTRY_COMPARE(stream.types(), (QByteArrayList{"log", "log"}));
}

void TestHubDatabase::lockedAtTheStart()
{
    {
        HubProcess hub(m_dir->path());
        QCOMPARE(publish(hub), 202);
        hub.process().kill();
        QVERIFY(hub.waitForExit(10'000));
    }
    {
        const Intruder intruder(m_path, "BEGIN EXCLUSIVE");
        const HubProcess::Finished refused = HubProcess::runOn(m_dir->path());
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.output.contains(m_path.toUtf8()), refused.output.constData());
        QVERIFY2(refused.output.contains("locked"), refused.output.constData());
    }
    const HubProcess hub(m_dir->path());
    QCOMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs/j").status, 200);
}

void TestHubDatabase::replacedWhileRunning_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char *how : {"written over", "replaced", "removed", "emptied"})
        QTest::newRow(how) << QByteArray(how);
}

void TestHubDatabase::disturb(const QByteArray &how, const QString &kept)
{
    if (how == "written over") {
        QVERIFY(overwrite(m_path, garbage));
    } else if (how == "emptied") {
        QVERIFY(overwrite(m_path, {}));
    } else {
        QVERIFY(QFile::rename(m_path, kept));
        QVERIFY(how == "removed" || overwrite(m_path, garbage));
    }
}

/// Neither the running hub nor the next one uses or changes the foreign file.
void TestHubDatabase::replacedWhileRunning()
{
    QFETCH(QByteArray, how);
    auto hub = std::make_unique<HubProcess>(m_dir->path());
    StreamReader stream(hub->url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    QCOMPARE(publish(*hub), 202);
    const QString kept = m_path + QStringLiteral(".kept");
    disturb(how, kept);
    QVERIFY(!QTest::currentTestFailed());
    const QByteArray left = contentOf(m_path);

    QCOMPARE(publish(*hub), 503);
    QCOMPARE(httpCall(hub->url(), "GET", "/readyz").status, 503);
    QTRY_VERIFY(hub->output().contains("database " + m_path.toUtf8()));
    // The hub retries once a second. The retries must not succeed.
    StreamReader seconds(hub->url(), "/api/v1/events/hub");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(seconds.next("hub.stats").value(QLatin1String("store")).toString(),
                 QStringLiteral("degraded"));
    QCOMPARE(publish(*hub), 503);
    QCOMPARE(stream.socket().state(), QAbstractSocket::ConnectedState);
    hub->process().terminate();
    QVERIFY(hub->waitForExit(20'000));
    QCOMPARE(stream.types(), QByteArrayList{"log"});
    QCOMPARE(contentOf(m_path), left);

    const HubProcess::Finished refused = HubProcess::runOn(m_dir->path());
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.output.contains(m_path.toUtf8()), refused.output.constData());
    QCOMPARE(contentOf(m_path), left);
    QCOMPARE(QFile::exists(m_path), how != "removed");

    if (!QFile::exists(kept))
        return;
    QFile::remove(m_path);
    QVERIFY(QFile::rename(kept, m_path));
    hub = std::make_unique<HubProcess>(m_dir->path());
    // The original database is intact.
    QCOMPARE(httpCall(hub->url(), "GET", "/api/v1/jobs/j").status, 200);
}

void TestHubDatabase::movedAwayAndBack()
{
    const HubProcess hub(m_dir->path());
    QCOMPARE(publish(hub), 202);
    const QString kept = m_path + QStringLiteral(".kept");
    QVERIFY(QFile::rename(m_path, kept));
    QCOMPARE(publish(hub), 503);
    QVERIFY(QFile::rename(kept, m_path));
    QTRY_COMPARE_WITH_TIMEOUT(httpCall(hub.url(), "GET", "/readyz").status, 200, 20'000);
    QCOMPARE(publish(hub), 202);
}

QTEST_GUILESS_MAIN(TestHubDatabase)
#include "tst_hubdatabase.moc"
