// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>
#include <utility>

namespace hub {

/// Locks a file by its device and inode, and so under all of its names. The kernel releases the
/// lock when the process ends. Thread-safe.
class InodeLock
{
public:
    /// Locks the file without waiting. Returns null when this process or another one holds the
    /// lock. Returns a lock without effect when the file cannot be opened for writing, and on
    /// systems other than Linux.
    static std::unique_ptr<InodeLock> take(const QString &path);
    ~InodeLock();
    InodeLock(const InodeLock &) = delete;
    InodeLock &operator=(const InodeLock &) = delete;

private:
    using File = std::pair<quint64, quint64>; ///< Device and inode.
    struct Registry;

    InodeLock(int descriptor, File file);
    static Registry &registry();

    const int m_descriptor; ///< -1 when the lock has no effect.
    const File m_file;
};

} // namespace hub
