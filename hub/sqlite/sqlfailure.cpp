// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlfailure.h"

#include <sqlite3.h>

namespace hub {

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

bool isFull(const SqlFailure &failure)
{
    return failure.primary() == SQLITE_FULL;
}

QString inWords(const SqlFailure &failure)
{
    if (failure.code == SQLITE_READONLY_DBMOVED)
        return QStringLiteral("its file was moved, removed or replaced");
    switch (failure.primary()) {
    case SQLITE_FULL: return QStringLiteral("no space is left");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return QStringLiteral("another program holds a lock on it");
    case SQLITE_READONLY:
    case SQLITE_PERM: return QStringLiteral("it is not writable");
    case SQLITE_IOERR: return QStringLiteral("reading or writing it failed");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return QStringLiteral("it is damaged; nothing more is written to it");
    default: return failure.message;
    }
}

} // namespace hub
