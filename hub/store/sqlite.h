// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace hub {

/// Bytes to be bound as a BLOB; plain QByteArrays are bound as TEXT.
struct Blob
{
    const QByteArray &bytes;
};

/// What SQLite said when something failed.
struct SqlFailure
{
    int code = 0; ///< Extended result code.
    QString message;

    int primary() const { return code & 0xff; }
};

/// One connection, used by one thread at a time.
///
/// The first failure sticks: from then on every statement of the connection does nothing, until
/// takeFailure(). So code that runs several statements checks once, at the end, and a transaction
/// that SQLite rolled back by itself (disk full, I/O error) is not continued outside of it by
/// accident.
class Database
{
public:
    /// Opens or creates the file; failure() says when that did not work.
    explicit Database(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs statements that need no values.
    void execute(const QByteArray &sql);
    /// The first column of the first row.
    qint64 integer(const QByteArray &sql);

    const std::optional<SqlFailure> &failure() const { return m_failure; }
    bool failed() const { return m_failure.has_value(); }
    /// Hands the failure out and lets statements run again.
    std::optional<SqlFailure> takeFailure();

    /// Fails when the file is not there any more or is another one by now
    /// (SQLITE_READONLY_DBMOVED), or does not begin as a database does (SQLITE_NOTADB). Two system
    /// calls: what SQLite has in memory would let it go on for a while.
    void checkFile();
    /// Whether closing may still move the log into the file, as SQLite does by itself.
    void setCheckpointsOnClose(bool wanted);

    /// Within a writing transaction.
    bool isWriting() const;
    /// Pages in the write-ahead log that are not known to be in the file yet.
    int walPages() const
    {
        return m_walPages < m_movedPages ? m_walPages : m_walPages - m_movedPages;
    }
    /// Copies them there, as far as no other connection reads older ones. Outside of transactions.
    /// When it fails nothing is lost, and the next one does it. Waits for readers, for the busy
    /// timeout at most, when the log has grown large because there was always one.
    void checkpoint();
    qint64 lastRowId() const;
    /// Rows that the last statement changed.
    qint64 changes() const;
    /// No value or row may be larger; a larger one fails its statement.
    void setMaxValueBytes(int bytes);

private:
    friend class Statement;
    friend class Rows;
    friend class Transaction;

    enum TransactionStep { Begin, BeginWriting, Commit };
    static constexpr std::size_t steps = 3;

    /// Notes the failure when `code` is one.
    bool check(int code);
    /// A step of a transaction; each is prepared once.
    void run(TransactionStep step);

    sqlite3 *m_handle = nullptr;
    std::array<sqlite3_stmt *, steps> m_steps{};
    int m_walPages = 0; ///< In the log after the last commit.
    int m_movedPages = 0; ///< Of these, in the file since the last checkpoint.
    std::optional<SqlFailure> m_failure;
};

/// The rows of a running query; ends it when destroyed. Columns are read by index, counted from 0.
class Rows
{
public:
    ~Rows();
    Q_DISABLE_COPY_MOVE(Rows)

    /// Goes to the next (first) row; false at the end and after a failure.
    bool next();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QByteArray bytes(int column) const;
    /// Valid until next().
    QByteArrayView view(int column) const;
    /// From this column and the one after it.
    EventId eventId(int column) const;

private:
    friend class Statement;
    Rows(Database &database, sqlite3_stmt *statement);

    Database &m_database;
    sqlite3_stmt *m_statement;
};

/// A statement prepared once. Values are bound in order; an EventId fills two places.
class Statement
{
public:
    Statement(Database &database, const QByteArray &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Runs a statement that returns no rows; the values are not copied. False after a failure.
    template<typename... Values>
    bool run(const Values &...values)
    {
        int index = 0;
        (bind(++index, values, false, index), ...);
        return finish();
    }

    /// Starts a query. Only one may run at a time.
    template<typename... Values>
    Rows query(const Values &...values)
    {
        int index = 0;
        (bind(++index, values, true, index), ...);
        return Rows(m_database, m_statement);
    }

private:
    // `last` is set to the last place used.
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

/// Everything between construction and commit() happens or does not.
class Transaction
{
public:
    enum class Kind { Reading, Writing };

    Transaction(Database &database, Kind kind);
    /// Rolls back what was not committed.
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// False, and rolled back, when anything failed since the beginning.
    bool commit();

private:
    Database &m_database;
    bool m_open = false;
};

} // namespace hub
