// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QLockFile>

#include <memory>

namespace hub {

class InodeLock;

/// Locks a database against other hubs under each of its names. A lock file beside the database
/// covers its path and all symbolic links to it; a lock on the file itself covers its hard links
/// (Linux only). Destroy it after the database is closed.
class StoreLock
{
public:
    ~StoreLock();

    /// Locks the database at `path`, which may not exist yet. The error (`store_in_use`) names the
    /// process that uses the database, where it is known.
    static Result<std::unique_ptr<StoreLock>> take(const QString &path);

    /// Locks the file of a database that did not exist when take() was called. Does nothing when
    /// the file is locked already.
    Result<void> lockFile();

private:
    StoreLock(QString path, std::unique_ptr<QLockFile> name);

    const QString m_path;
    std::unique_ptr<QLockFile> m_name;
    std::unique_ptr<InodeLock> m_file; ///< Null while there is no file.
};

} // namespace hub
