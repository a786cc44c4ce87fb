// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"

#include "hub/base/utf8.h"

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <utility>

namespace hub {

namespace {

constexpr char fileHeader[16] = "SQLite format 3"; ///< Including the zero at the end.

/// From this size on, in pages of 4 KiB, a checkpoint waits for readers. SQLite writes the log from
/// its start again only at a commit that finds no reader in it.
constexpr int largeLog = 64'000;

/// Resets a statement for its next run and clears its bindings.
void rewind(sqlite3_stmt *statement)
{
    if (!statement) // preparing it has failed
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

} // namespace

Database::Database(const QString &path)
{
    // SQLite's memory statistics take a lock at each allocation. Switching them off has no effect
    // when SQLite was used in this process before, which does no harm.
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)configured;
    // NOMUTEX: two threads never use the connection at once.
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &m_handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (m_handle)
        sqlite3_extended_result_codes(m_handle, 1);
    // Count the pages for checkpoint(). SQLite's own checkpoints would run within a commit.
    sqlite3_wal_hook(
        m_handle,
        [](void *pages, sqlite3 *, const char *, int count) {
            *static_cast<int *>(pages) = count;
            return SQLITE_OK;
        },
        &m_walPages);
    check(code);
}

Database::~Database()
{
    for (sqlite3_stmt *statement : m_steps)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

bool Database::check(int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return true;
    if (!m_failure) {
        const char *text = m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code);
        m_failure = SqlFailure{code, fromUtf8(text)};
    }
    return false;
}

void Database::execute(const QByteArray &sql)
{
    if (!m_failure)
        check(sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr));
}

void Database::run(TransactionStep step)
{
    constexpr std::array<const char *, steps> sql{"BEGIN", "BEGIN IMMEDIATE", "COMMIT"};
    sqlite3_stmt *&statement = m_steps[step];
    if (!m_failure && !statement)
        check(sqlite3_prepare_v3(m_handle, sql[step], -1, SQLITE_PREPARE_PERSISTENT, &statement,
                                 nullptr));
    if (m_failure)
        return;
    check(sqlite3_step(statement));
    sqlite3_reset(statement);
}

qint64 Database::integer(const QByteArray &sql)
{
    Statement statement(*this, sql);
    Rows rows = statement.query();
    return rows.next() ? rows.integer(0) : 0;
}

std::optional<SqlFailure> Database::takeFailure()
{
    return std::exchange(m_failure, std::nullopt);
}

void Database::checkFile()
{
    if (m_failure)
        return;
    int moved = 0;
    sqlite3_file *file = nullptr;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (moved) {
        m_failure = SqlFailure{SQLITE_READONLY_DBMOVED,
                               QStringLiteral("the file was moved, removed or replaced")};
        return;
    }
    // Read through SQLite's own descriptor: closing another one would drop SQLite's locks.
    std::array<char, sizeof fileHeader> header{};
    const int code =
        file && file->pMethods
            ? file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0)
            : SQLITE_CANTOPEN;
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        m_failure = SqlFailure{code, fromUtf8(sqlite3_errstr(code))};
    else if (std::memcmp(header.data(), fileHeader, header.size()) != 0)
        m_failure = SqlFailure{SQLITE_NOTADB, QStringLiteral("file is not a database")};
}

void Database::setCheckpointsOnClose(bool wanted)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, wanted ? 0 : 1, nullptr);
}

void Database::checkpoint()
{
    const bool isLarge = m_walPages >= largeLog;
    sqlite3_wal_checkpoint_v2(m_handle, nullptr,
                              isLarge ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE,
                              nullptr, nullptr);
    m_movedPages = m_walPages;
}

bool Database::isWriting() const
{
    return sqlite3_txn_state(m_handle, "main") == SQLITE_TXN_WRITE;
}

qint64 Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Database::changes() const
{
    return sqlite3_changes(m_handle);
}

void Database::setMaxValueBytes(int bytes)
{
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, bytes);
}

Rows::Rows(Database &database, sqlite3_stmt *statement)
    : m_database(database)
    , m_statement(statement)
{ }

Rows::~Rows()
{
    rewind(m_statement);
}

bool Rows::next()
{
    if (m_database.failed())
        return false;
    const int code = sqlite3_step(m_statement);
    return m_database.check(code) && code == SQLITE_ROW;
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Rows::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Rows::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArrayView Rows::view(int column) const
{
    // The order matters: the pointer first, then its size.
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column)};
}

QByteArray Rows::bytes(int column) const
{
    return view(column).toByteArray();
}

EventId Rows::eventId(int column) const
{
    return {integer(column), static_cast<quint32>(integer(column + 1))};
}

Statement::Statement(Database &database, const QByteArray &sql) : m_database(database)
{
    if (!m_database.failed()) {
        m_database.check(sqlite3_prepare_v3(m_database.m_handle, sql.constData(),
                                            static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                            &m_statement, nullptr));
    }
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bind(int place, qint64 value, bool, int &)
{
    if (!m_database.failed())
        m_database.check(sqlite3_bind_int64(m_statement, place, value));
}

void Statement::bind(int place, int value, bool copy, int &last)
{
    bind(place, qint64{value}, copy, last);
}

void Statement::bind(int place, double value, bool, int &)
{
    if (!m_database.failed())
        m_database.check(sqlite3_bind_double(m_statement, place, value));
}

void Statement::bind(int place, const std::optional<int> &value, bool copy, int &last)
{
    if (value)
        bind(place, *value, copy, last);
    else if (!m_database.failed())
        m_database.check(sqlite3_bind_null(m_statement, place));
}

void Statement::bind(int place, const QByteArray &value, bool copy, int &)
{
    // constData() is never null, so that an empty text does not become NULL.
    if (!m_database.failed()) {
        m_database.check(sqlite3_bind_text64(m_statement, place, value.constData(),
                                             static_cast<sqlite3_uint64>(value.size()),
                                             copy ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8));
    }
}

void Statement::bind(int place, const Blob &value, bool copy, int &)
{
    if (!m_database.failed()) {
        m_database.check(sqlite3_bind_blob64(m_statement, place, value.bytes.constData(),
                                             static_cast<sqlite3_uint64>(value.bytes.size()),
                                             copy ? SQLITE_TRANSIENT : SQLITE_STATIC));
    }
}

void Statement::bind(int place, const EventId &value, bool copy, int &last)
{
    bind(place, value.ms, copy, last);
    last = place + 1;
    bind(last, qint64{value.n}, copy, last);
}

bool Statement::finish()
{
    if (!m_database.failed())
        m_database.check(sqlite3_step(m_statement));
    rewind(m_statement);
    return !m_database.failed();
}

Transaction::Transaction(Database &database, Kind kind) : m_database(database)
{
    m_database.run(kind == Kind::Writing ? Database::BeginWriting : Database::Begin);
    m_open = !m_database.failed();
}

Transaction::~Transaction()
{
    // SQLite may have rolled back already. The result of ROLLBACK does not matter.
    if (m_open && !sqlite3_get_autocommit(m_database.m_handle))
        sqlite3_exec(m_database.m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Transaction::commit()
{
    m_database.run(Database::Commit);
    if (m_database.failed())
        return false;
    m_open = false;
    return true;
}

} // namespace hub
