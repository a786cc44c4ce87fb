// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storehealth.h"

#include "hub/base/log.h"

#include <sqlite3.h>

namespace hub {

namespace {

QString inWords(const SqlFailure &failure)
{
    if (failure.code == SQLITE_READONLY_DBMOVED)
        return QStringLiteral("its file was moved, removed or replaced");
    switch (failure.primary()) {
    case SQLITE_FULL: return QStringLiteral("no space is left");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return QStringLiteral("another program holds a lock on it");
    case SQLITE_READONLY:
    case SQLITE_PERM: return QStringLiteral("it may not be written to");
    case SQLITE_IOERR: return QStringLiteral("reading or writing it failed");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return QStringLiteral("it is damaged, and left as it is");
    default: return failure.message;
    }
}

} // namespace

StoreHealth::StoreHealth(const QString &path) : m_path(path) { }

StoreStatus StoreHealth::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void StoreHealth::noteCommit()
{
    const std::lock_guard lock(m_mutex);
    if (m_status.healthy || m_damage)
        return;
    m_status = {};
    qCInfo(lcStore).noquote() << "database" << m_path << "takes commits again";
}

void StoreHealth::noteFailure(const SqlFailure &failure)
{
    const std::lock_guard lock(m_mutex);
    const QString problem = QStringLiteral("database %1: %2 (SQLite %3: %4)")
                                .arg(m_path, inWords(failure))
                                .arg(failure.code)
                                .arg(failure.message);
    if (m_damage) // later failures are only consequences
        return;
    if (isDamage(failure))
        m_damage = failure;
    if (m_status.problem != problem) // do not repeat it each second
        qCWarning(lcStore).noquote() << problem;
    m_status = {false, problem};
}

std::optional<SqlFailure> StoreHealth::damage() const
{
    const std::lock_guard lock(m_mutex);
    return m_damage;
}

bool isOutage(const SqlFailure &failure)
{
    switch (failure.primary()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_PROTOCOL: return true;
    default: return false;
    }
}

bool isDamage(const SqlFailure &failure)
{
    return failure.primary() == SQLITE_CORRUPT || failure.primary() == SQLITE_NOTADB;
}

Error unavailable(const SqlFailure &failure)
{
    return {QByteArrayLiteral("store_unavailable"),
            QStringLiteral("not stored: %1").arg(inWords(failure))};
}

} // namespace hub
