// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>
#include <utility>

#include <sys/types.h>

namespace hub {

/// A lock on a file by device and inode, so under each of its names. The kernel gives it back when
/// the process ends. Thread-safe.
class InodeLock
{
public:
    /// Null when this process or another has it. A file that cannot be opened for writing, or a
    /// system without such locks, gives a lock that keeps nobody away.
    static std::unique_ptr<InodeLock> take(const QString &path);
    ~InodeLock();
    InodeLock(const InodeLock &) = delete;
    InodeLock &operator=(const InodeLock &) = delete;

private:
    using File = std::pair<dev_t, ino_t>;
    struct Registry;

    InodeLock(int descriptor, File file);
    static Registry &registry();

    const int m_descriptor; ///< -1 = it keeps nobody away.
    const File m_file;
};

} // namespace hub
