// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storesession.h"

#include "hub/sqlite/migrations.h"

#include <QFile>
#include <QFileInfo>

namespace hub {

namespace {

Error unusable(const QString &path, const QString &why)
{
    return {QByteArrayLiteral("store_unusable"),
            QStringLiteral("cannot use the database %1: %2").arg(path, why)};
}

/// Creates an empty file for its owner only. SQLite would make it readable by all. The files that
/// SQLite adds get the mode of this one.
bool createPrivate(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

/// Creates the database under another name and renames it when it is complete. So a start that
/// fails never leaves an empty file under the final name.
Result<void> createDatabase(const QString &path)
{
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh);
    if (!createPrivate(fresh))
        return unusable(path, QStringLiteral("it cannot be created"));
    Result<void> made;
    {
        Database database(fresh);
        made = migrate(database);
    }
    if (made && QFile::rename(fresh, path))
        return {};
    QFile::remove(fresh);
    return unusable(path, made ? QStringLiteral("it cannot be created") : made.error().message);
}

/// Creates the database if there is none. Refuses to begin a new history when the old file was
/// lost: when the file is empty, or missing beside its log.
Result<void> createIfNew(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo log(path + QStringLiteral("-wal"));
    if (file.exists() && file.size() > 0)
        return {};
    if (file.exists()) {
        return unusable(path, QStringLiteral("the file is empty; restore the database, or remove "
                                             "the file to begin a new history"));
    }
    if (log.exists() && log.size() > 0) {
        return unusable(
            path, QStringLiteral("the file is missing, but %1 with its last commits exists; "
                                 "restore the database, or remove that file to begin a new history")
                      .arg(log.filePath()));
    }
    return createDatabase(path);
}

void setBusyTimeout(Database &database, const StoreOptions &options)
{
    database.execute("PRAGMA busy_timeout = "
                     + QByteArray::number(qint64{options.busyTimeout.count()}));
}

/// Call it only after migrate() has accepted the file, because some statements write to it.
void configure(Database &database, const StoreOptions &options)
{
    database.execute("PRAGMA journal_mode = WAL;"
                     "PRAGMA synchronous = FULL;" // each commit is on disk when it returns
                     "PRAGMA foreign_keys = ON;"
                     "PRAGMA temp_store = MEMORY;"
                     "PRAGMA cache_size = -32768;" // KiB
                     "PRAGMA journal_size_limit = 67108864");
    if (options.maxBytes > 0) {
        const qint64 pages = options.maxBytes / database.integer("PRAGMA page_size");
        database.execute("PRAGMA max_page_count = " + QByteArray::number(pages));
    }
    database.setMaxValueBytes(options.maxValueBytes);
}

} // namespace

Result<std::unique_ptr<StoreSession>> openSession(const StoreOptions &options, const Clock &clock)
{
    if (const auto there = createIfNew(options.path); !there)
        return there.error();
    auto database = std::make_unique<Database>(options.path);
    setBusyTimeout(*database, options);
    database->checkFile(); // SQLite would read the header from the log first
    if (const auto failure = database->takeFailure())
        return unusable(options.path, failure->message);
    if (const auto migrated = migrate(*database); !migrated)
        return unusable(options.path, migrated.error().message);
    configure(*database, options);
    auto session = std::make_unique<StoreSession>(std::move(database), options, clock);
    if (const auto failure = session->database->takeFailure())
        return unusable(options.path, failure->message);
    return session;
}

} // namespace hub
