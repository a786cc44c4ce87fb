// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <sqlite3.h>

namespace test {

/// A second connection to the hub's database, for tests of locks that another program holds.
/// `begin` is the SQL statement that takes the lock; the destructor releases it.
class Intruder
{
public:
    Intruder(const QString &path, const char *begin)
    {
        if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK
            || sqlite3_exec(m_database, begin, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("cannot lock %s: %s", qPrintable(path), sqlite3_errmsg(m_database));
    }
    ~Intruder() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(Intruder)

private:
    sqlite3 *m_database = nullptr;
};

} // namespace test
