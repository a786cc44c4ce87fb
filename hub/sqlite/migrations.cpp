// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/migrations.h"

#include <QDir>
#include <QFile>

// Q_INIT_RESOURCE must be called outside of any namespace. Without the call the linker drops the
// resources of a static library.
static void initMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace hub {

namespace {

constexpr qint64 applicationId = 0x48454c49; // "HELI", set by the first migration

std::vector<QByteArray> scripts()
{
    initMigrations();
    const QDir folder(QStringLiteral(":/heliograph/migrations"));
    std::vector<QByteArray> all;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all.push_back(file.readAll());
    }
    return all;
}

Error unusable(const QString &why)
{
    return {QByteArrayLiteral("store_unusable"), why};
}

Result<void> refuseForeign(Database &database, qint64 version, qint64 newest)
{
    const bool empty = database.integer("SELECT count(*) FROM sqlite_schema") == 0;
    const bool ours = database.integer("PRAGMA application_id") == applicationId;
    if (const auto failure = database.takeFailure())
        return unusable(failure->message);
    if (!ours && !empty)
        return unusable(QStringLiteral("it is a database of another program"));
    if (version > newest) {
        return unusable(QStringLiteral("it was written by a newer version (schema %1, this one "
                                       "knows %2)")
                            .arg(version)
                            .arg(newest));
    }
    return {};
}

void runScript(Database &database, const QByteArray &script, qint64 version)
{
    Transaction transaction(database, Transaction::Kind::Writing);
    database.execute(script);
    database.execute("PRAGMA user_version = " + QByteArray::number(version));
    (void)transaction.commit();
}

} // namespace

Result<void> migrate(Database &database)
{
    const std::vector<QByteArray> all = scripts();
    const auto newest = static_cast<qint64>(all.size());
    const qint64 version = database.integer("PRAGMA user_version");
    if (const auto failure = database.takeFailure())
        return unusable(failure->message);
    if (const auto usable = refuseForeign(database, version, newest); !usable)
        return usable;
    for (qint64 next = version; next < newest; ++next) {
        runScript(database, all[static_cast<size_t>(next)], next + 1);
        if (const auto failure = database.takeFailure())
            return unusable(QStringLiteral("migration %1: %2").arg(next + 1).arg(failure->message));
    }
    return {};
}

} // namespace hub
