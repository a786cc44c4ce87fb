// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/store/storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::StoreCalls;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool overwrite(const QString &name, qint64 from, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::ReadWrite) && file.seek(from)
           && file.write(content) == content.size();
}

} // namespace

/// A damaged or replaced database. The store accepts nothing more and puts no new database in its
/// place.
class TestStoreDamage : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void damagedInTheMiddle();
    void damageIsLeftAsItIs_data();
    void damageIsLeftAsItIs();
    void damageIsFinal();
    void refusesAnEmptyFile();
    void refusesALogWithoutItsDatabase();
    void refusesADamagedHeaderWhateverTheLogHolds();
    void aFirstStartThatFailedLeavesNothing();

private:
    void close()
    {
        m->calls.reset();
        m->store.reset();
    }
    QString errorOfOpen()
    {
        const auto opened = SqliteStore::open(m->options, m->clock);
        return opened ? QString() : opened.error().message;
    }
    QString logPath() const { return m->options.path + QStringLiteral("-wal"); }

    std::unique_ptr<test::StoreFixture> m;
};

void TestStoreDamage::init()
{
    m = std::make_unique<test::StoreFixture>();
    m->options.busyTimeout = 20ms;
    m->options.probeInterval = 1ms;
    m->options.sweepPause = 1ms;
    m->options.sweepInterval = 1ms;
}

/// The damage is found by a read. Nothing is written after that, even where the file is intact.
void TestStoreDamage::damagedInTheMiddle()
{
    m->options.sweepInterval = 1h; // otherwise the sweep would find the damage
    QVERIFY(m->open());
    for (int i = 0; i < 300; ++i)
        QVERIFY(m->calls->publish("job-" + QByteArray::number(i), EventType::Log).ok());
    close(); // everything is in the file now, and nothing in memory
    const qint64 size = QFileInfo(m->options.path).size();
    QVERIFY(overwrite(m->options.path, 8192, QByteArray(size - 8192, '\xee')));
    const QByteArray damaged = contentOf(m->options.path);
    if (m->open()) {
        for (int i = 0; i < 300 && m->store->status().healthy; ++i)
            (void)m->calls->publish("job-" + QByteArray::number(i), EventType::Log);
        QVERIFY(!m->store->status().healthy);
        QVERIFY2(m->store->status().problem.contains(QStringLiteral("it is damaged")),
                 qPrintable(m->store->status().problem));
        QCOMPARE(m->calls->publish("new", EventType::Log).error().code,
                 QByteArray("store_unavailable"));
        close();
    }
    QCOMPARE(contentOf(m->options.path), damaged);
}

void TestStoreDamage::damageIsLeftAsItIs_data()
{
    QTest::addColumn<std::chrono::milliseconds>("pause");
    QTest::newRow("usual") << StoreOptions().sweepPause;
    QTest::newRow("before the log is moved") << 500ms;
}

void TestStoreDamage::damageIsLeftAsItIs()
{
    QFETCH(std::chrono::milliseconds, pause);
    m->options.sweepPause = pause;
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok());
    const QByteArray garbage = QByteArray("no database ").repeated(20'000);
    QVERIFY(overwrite(m->options.path, 0, garbage));
    QTRY_VERIFY(!m->store->status().healthy); // found without a request
    const QByteArray log = contentOf(logPath());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(m->calls->publish("job-1", EventType::Log).error().code,
                 QByteArray("store_unavailable"));
    QVERIFY(!m->store->status().healthy);
    QVERIFY(m->store->status().problem.contains(m->options.path));
    std::optional<Result<std::optional<Job>>> read; // never "no such job"
    m->store->job("job-1", [&](auto answer) { read = std::move(answer); });
    QTRY_VERIFY(read);
    QVERIFY(*read ? (*read)->has_value() : read->error().code == "store_unavailable");
    close();
    QCOMPARE(contentOf(m->options.path), garbage);
    QCOMPARE(contentOf(logPath()), log); // it contains the last commits
    QVERIFY(!log.isEmpty());
}

/// SQLite's cached pages may not fit the file that was put back, so the damage is final.
void TestStoreDamage::damageIsFinal()
{
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok());
    const QByteArray database = contentOf(m->options.path);
    QVERIFY(overwrite(m->options.path, 0, QByteArray(database.size(), '?')));
    QTRY_VERIFY(!m->store->status().healthy);
    QVERIFY(overwrite(m->options.path, 0, database));
    for (int i = 0; i < 20; ++i)
        QVERIFY(!m->calls->publish("job-1", EventType::Log).ok());
    QVERIFY(!m->store->status().healthy);
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok());
    QCOMPARE(m->calls->allEvents().size(), size_t{2});
}

void TestStoreDamage::refusesAnEmptyFile()
{
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok());
    close();
    QVERIFY(QFile::resize(m->options.path, 0));
    const QString error = errorOfOpen();
    QVERIFY2(error.contains(m->options.path) && error.contains(QStringLiteral("empty")),
             qPrintable(error));
    QCOMPARE(QFileInfo(m->options.path).size(), 0);
    QVERIFY(QFile::remove(m->options.path)); // as the message advises
    QCOMPARE(errorOfOpen(), QString());
}

void TestStoreDamage::refusesALogWithoutItsDatabase()
{
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok());
    const QByteArray log = contentOf(logPath());
    close();
    QVERIFY(QFile::remove(m->options.path));
    QVERIFY(overwrite(logPath(), 0, log)); // as a killed process leaves it
    const QString error = errorOfOpen();
    QVERIFY2(error.contains(m->options.path) && error.contains(logPath()), qPrintable(error));
    QCOMPARE(contentOf(logPath()), log);
    QVERIFY(!QFile::exists(m->options.path));
}

/// The write-ahead log of a killed hub may contain the header, and SQLite would use that one.
void TestStoreDamage::refusesADamagedHeaderWhateverTheLogHolds()
{
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok());
    const QByteArray database = contentOf(m->options.path);
    const QByteArray log = contentOf(logPath());
    close();
    const QByteArray torn = QByteArray(16, '\0') + database.mid(16);
    QVERIFY(QFile::remove(m->options.path));
    QVERIFY(overwrite(m->options.path, 0, torn) && overwrite(logPath(), 0, log));
    const QString error = errorOfOpen();
    QVERIFY2(error.contains(m->options.path), qPrintable(error));
    QCOMPARE(contentOf(m->options.path), torn);
    QCOMPARE(contentOf(logPath()), log);
}

void TestStoreDamage::aFirstStartThatFailedLeavesNothing()
{
    const QString fresh = m->options.path + QStringLiteral(".new");
    QVERIFY(QDir().mkpath(fresh)); // blocks the creation of the new database
    const QString error = errorOfOpen();
    QVERIFY2(error.contains(m->options.path), qPrintable(error));
    QVERIFY(!QFile::exists(m->options.path));
    QVERIFY(QDir().rmdir(fresh));
    // The file of a first start that was killed.
    QVERIFY(overwrite(fresh, 0, "half"));
    QCOMPARE(errorOfOpen(), QString());
    QVERIFY(!QFile::exists(fresh));
}

QTEST_GUILESS_MAIN(TestStoreDamage)
#include "tst_storedamage.moc"
