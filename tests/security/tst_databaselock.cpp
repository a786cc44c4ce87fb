// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"
#include "hub/store/sqlitestore.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace test;

/// Only one hub can open a database, even under another file name.
class TestDatabaseLock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void refusesASecondHub_data();
    void refusesASecondHub();
    void refusesASecondStoreOfThisProcess();
    void opensThroughALinkAfterwards();

private:
    QString first(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    void makeName(const QByteArray &kind) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDatabaseLock::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("a")));
}

/// Makes `b/heliograph.db` another name for `a/heliograph.db`.
void TestDatabaseLock::makeName(const QByteArray &kind) const
{
    const QByteArray there = QFile::encodeName(first("a/heliograph.db"));
    const QByteArray here = QFile::encodeName(first("b/heliograph.db"));
    if (kind == "linked folder") {
        QVERIFY(QFile::link(first("a"), first("b")));
        return;
    }
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("b")));
    if (kind == "hard link")
        QCOMPARE(::link(there.constData(), here.constData()), 0);
    else
        QVERIFY(QFile::link(first("a/heliograph.db"), first("b/heliograph.db")));
}

void TestDatabaseLock::refusesASecondHub_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"symbolic link", "linked folder"})
        QTest::newRow(kind) << QByteArray(kind);
#ifndef HELIOGRAPH_PORTABLE // only the hub for Linux locks the file itself
    QTest::newRow("hard link") << QByteArray("hard link");
#endif
}

void TestDatabaseLock::refusesASecondHub()
{
    QFETCH(const QByteArray, kind);
    HubProcess hub(first("a"));
    makeName(kind);
    const HubProcess::Finished second = HubProcess::runOn(first("b"));
    QCOMPARE(second.code, 1);
    QVERIFY2(second.output.contains("is in use"), second.output.constData());
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", R"({"type":"queued"})").status,
             202);
}

void TestDatabaseLock::refusesASecondStoreOfThisProcess()
{
    const hub::SystemClock clock;
    hub::StoreOptions options;
    options.path = first("a/heliograph.db");
    const auto store = hub::SqliteStore::open(options, clock);
    QVERIFY(store.ok());
    makeName("hard link");
    options.path = first("b/heliograph.db");
    const auto second = hub::SqliteStore::open(options, clock);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, QByteArray("store_in_use"));
    QVERIFY(second.error().message.contains(QLatin1String("under another name")));
}

void TestDatabaseLock::opensThroughALinkAfterwards()
{
    {
        HubProcess hub(first("a"));
        QCOMPARE(
            httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", R"({"type":"queued"})").status,
            202);
        hub.process().kill();
        QVERIFY(hub.waitForExit(10'000));
    }
    makeName("symbolic link");
    const HubProcess hub(first("b"));
    QCOMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs/j").status, 200);
}

QTEST_GUILESS_MAIN(TestDatabaseLock)
#include "tst_databaselock.moc"
