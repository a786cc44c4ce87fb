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

/// Moves this process, and what it starts from now on, into namespaces of its own (CLONE_NEWNET,
/// CLONE_NEWNS) in which it may do as root does; whatever is done there ends with it. False where
/// the system does not let it. Call it while there is one thread.
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
