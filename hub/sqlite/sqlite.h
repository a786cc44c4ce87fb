// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlfailure.h"
#include "hub/wire/eventid.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace hub {

/// Bytes to bind as a BLOB. A plain QByteArray is bound as TEXT.
struct Blob
{
    const QByteArray &bytes;
};

/// A connection to a database. Use it on one thread at a time.
///
/// The first failure is kept. From then on no statement of the connection runs, until
/// takeFailure(). So code that runs several statements checks once, at the end. When SQLite rolls a
/// transaction back by itself (disk full, I/O error), later statements do not run outside of it by
/// accident.
class Database
{
public:
    /// Opens or creates the file. failure() is set when this fails.
    explicit Database(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs one or more statements that need no values.
    void execute(const QByteArray &sql);
    /// Returns the first column of the first row; 0 without a row.
    qint64 integer(const QByteArray &sql);

    const std::optional<SqlFailure> &failure() const { return m_failure; }
    bool failed() const { return m_failure.has_value(); }
    /// Returns and clears the failure, so that statements run again.
    std::optional<SqlFailure> takeFailure();

    /// Sets a failure when the file was moved, removed or replaced (SQLITE_READONLY_DBMOVED), or
    /// does not begin like a database (SQLITE_NOTADB). SQLite itself would notice later, because it
    /// works on what it has in memory. Costs two system calls.
    void checkFile();
    /// Sets whether closing the last connection copies the log into the file, which is SQLite's
    /// default.
    void setCheckpointsOnClose(bool wanted);

    /// Returns whether a writing transaction is open.
    bool isWriting() const;
    /// Returns the number of pages in the write-ahead log that may not be in the file yet.
    int walPages() const
    {
        return m_walPages < m_movedPages ? m_walPages : m_walPages - m_movedPages;
    }
    /// Checkpoints: copies pages of the log into the file, unless another connection still reads an
    /// older state. Call it outside of transactions. A failure loses nothing, and the next
    /// checkpoint copies the pages. When the log has 64 000 pages, this waits for readers, at most
    /// for the busy timeout.
    void checkpoint();
    qint64 lastRowId() const;
    /// Returns the number of rows that the last statement changed.
    qint64 changes() const;
    /// Limits the size of values and rows. A larger one fails its statement.
    void setMaxValueBytes(int bytes);

private:
    friend class Statement;
    friend class Rows;
    friend class Transaction;

    enum TransactionStep { Begin, BeginWriting, Commit };
    static constexpr std::size_t steps = 3;

    /// Keeps the failure when `code` is an error. Returns whether there is no error.
    bool check(int code);
    /// Runs a step of a transaction. Each step is prepared only once.
    void run(TransactionStep step);

    sqlite3 *m_handle = nullptr;
    std::array<sqlite3_stmt *, steps> m_steps{};
    int m_walPages = 0; ///< Pages in the log after the last commit.
    int m_movedPages = 0; ///< m_walPages at the last checkpoint.
    std::optional<SqlFailure> m_failure;
};

/// The rows of a running query. Destroying this object ends the query. Columns count from 0.
class Rows
{
public:
    ~Rows();
    Q_DISABLE_COPY_MOVE(Rows)

    /// Moves to the next row, at first to the first one. Returns false at the end and after a
    /// failure.
    bool next();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QByteArray bytes(int column) const;
    /// Returns the bytes without copying them. Valid until next().
    QByteArrayView view(int column) const;
    /// Returns an id from this column (`ms`) and the next one (`n`).
    EventId eventId(int column) const;

private:
    friend class Statement;
    Rows(Database &database, sqlite3_stmt *statement);

    Database &m_database;
    sqlite3_stmt *m_statement;
};

/// A prepared statement. Values are bound in order; an EventId fills two places.
class Statement
{
public:
    Statement(Database &database, const QByteArray &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Runs a statement that returns no rows. Does not copy the values. Returns false after a
    /// failure.
    template<typename... Values>
    bool run(const Values &...values)
    {
        int index = 0;
        (bind(++index, values, false, index), ...);
        return finish();
    }

    /// Starts a query and copies the values. A statement can run only one query at a time.
    template<typename... Values>
    Rows query(const Values &...values)
    {
        int index = 0;
        (bind(++index, values, true, index), ...);
        return Rows(m_database, m_statement);
    }

private:
    // A value that fills more than one place sets `last` to its last place.
    void bind(int place, qint64 value, bool copy, int &last);
    void bind(int place, int value, bool copy, int &last);
    void bind(int place, double value, bool copy, int &last);
    void bind(int place, const std::optional<int> &value, bool copy, int &last);
    void bind(int place, const QByteArray &value, bool copy, int &last);
    void bind(int place, const Blob &value, bool copy, int &last);
    void bind(int place, const EventId &value, bool copy, int &last);
    bool finish();

    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
};

/// A transaction. It is rolled back unless commit() succeeds.
class Transaction
{
public:
    enum class Kind { Reading, Writing };

    Transaction(Database &database, Kind kind);
    /// Rolls back a transaction that was not committed.
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Commits. Returns false after any failure since the beginning; the destructor then rolls
    /// back.
    bool commit();

private:
    Database &m_database;
    bool m_open = false;
};

} // namespace hub
