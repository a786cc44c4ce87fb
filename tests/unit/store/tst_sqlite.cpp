// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hub;

class TestSqlite : public QObject
{
    Q_OBJECT

private slots:
    void bindsAndReadsBack();
    void theFirstFailureSticks();
    void rollsBackUnlessCommitted();

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    QString nextFile() { return m_folder.filePath(QString::number(++m_files)); }
};

void TestSqlite::bindsAndReadsBack()
{
    Database database(nextFile());
    database.execute("CREATE TABLE t (i, r, o, t TEXT NOT NULL, b BLOB NOT NULL, ms, n)");
    Statement insert(database, "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?)");
    const QByteArray nul("a\0b", 3);
    const EventId id{std::numeric_limits<qint64>::max(), std::numeric_limits<quint32>::max()};
    QVERIFY(insert.run(7, 0.1, std::optional<int>(), nul, Blob{nul}, id));
    // An empty value is not NULL, which both columns refuse.
    QVERIFY(insert.run(qint64{-1}, 0.0, std::optional(3), QByteArray(), Blob{QByteArray()}, id));
    Statement select(database, "SELECT * FROM t ORDER BY i DESC");
    Rows rows = select.query();
    QVERIFY(rows.next());
    QCOMPARE(rows.integer(0), 7);
    QCOMPARE(rows.real(1), 0.1);
    QVERIFY(rows.isNull(2));
    QCOMPARE(rows.bytes(3), nul);
    QCOMPARE(rows.bytes(4), nul);
    QCOMPARE(rows.eventId(5), id);
    QVERIFY(rows.next());
    QCOMPARE(rows.integer(2), 3);
    QCOMPARE(rows.bytes(3), QByteArray());
    QVERIFY(!rows.next());
    QVERIFY(!database.failed());
}

void TestSqlite::theFirstFailureSticks()
{
    Database database(nextFile());
    database.execute("CREATE TABLE t (i INTEGER UNIQUE)");
    Statement insert(database, "INSERT INTO t VALUES (?)");
    QVERIFY(insert.run(1));
    QVERIFY(!insert.run(1));
    QVERIFY(!insert.run(2)); // would succeed without the earlier failure
    QCOMPARE(database.integer("SELECT count(*) FROM t"), 0); // reads fail too
    const auto failure = database.takeFailure();
    QVERIFY(failure);
    QCOMPARE(failure->primary(), 19); // SQLITE_CONSTRAINT
    QVERIFY(failure->code > 255); // an extended code
    QCOMPARE(database.integer("SELECT count(*) FROM t"), 1);
    QVERIFY(insert.run(2));
}

void TestSqlite::rollsBackUnlessCommitted()
{
    Database database(nextFile());
    database.execute("CREATE TABLE t (i INTEGER UNIQUE)");
    Statement insert(database, "INSERT INTO t VALUES (?)");
    {
        Transaction dropped(database, Transaction::Kind::Writing);
        insert.run(1);
    }
    {
        Transaction failing(database, Transaction::Kind::Writing);
        insert.run(2);
        insert.run(2);
        QVERIFY(!failing.commit());
    }
    QVERIFY(database.takeFailure());
    {
        Transaction good(database, Transaction::Kind::Writing);
        insert.run(3);
        QVERIFY(good.commit());
    }
    QCOMPARE(database.integer("SELECT sum(i) FROM t"), 3);
}

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
