// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

namespace test {

inline bool writeTo(const char *file, const QByteArray &text)
{
    const int fd = ::open(file, O_WRONLY | O_CLOEXEC);
    const bool written = fd >= 0 && ::write(fd, text.constData(), size_t(text.size())) >= 0;
    if (fd >= 0)
        ::close(fd);
    return written;
}

/// Moves this process, and processes it starts later, into new Linux namespaces (`kinds`:
/// CLONE_NEWNET, CLONE_NEWNS) in which it has the rights of root. Changes made there vanish when
/// the process ends. Returns false where the system does not permit it. Call it while the process
/// has a single thread.
inline bool enterOwnNamespace(int kinds)
{
    if (::unshare(kinds) == 0)
        return true;
    const QByteArray user = QByteArray::number(::getuid());
    const QByteArray group = QByteArray::number(::getgid());
    return ::unshare(kinds | CLONE_NEWUSER) == 0 && writeTo("/proc/self/setgroups", "deny")
           && writeTo("/proc/self/uid_map", "0 " + user + " 1")
           && writeTo("/proc/self/gid_map", "0 " + group + " 1");
}

} // namespace test
