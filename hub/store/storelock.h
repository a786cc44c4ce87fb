// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QLockFile>

#include <memory>

namespace hub {

class InodeLock;

/// Keeps other hubs away from a database for as long as it lives, whatever name they know it by: a
/// lock file beside the database keeps its name and all symbolic links to it, a lock on the file
/// itself keeps its hard links. Destroy it after the database is closed.
class StoreLock
{
public:
    ~StoreLock();

    /// Locks the database at `path`, which may not exist yet. The error (`store_in_use`) names the
    /// process that has it, where that is known.
    static Result<std::unique_ptr<StoreLock>> take(const QString &path);

    /// Locks the file of a database that take() did not find. Does nothing when it is locked.
    Result<void> lockFile();

private:
    StoreLock(QString path, std::unique_ptr<QLockFile> name);

    const QString m_path;
    std::unique_ptr<QLockFile> m_name;
    std::unique_ptr<InodeLock> m_file; ///< Null while there is no file.
};

} // namespace hub
