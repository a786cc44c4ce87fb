// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace bench {

/// What a process has used so far, as the kernel counts it.
struct ServerUse
{
    double cpuSeconds = 0; ///< User and system time.
    double rssKib = 0;
    int descriptors = 0;

    ServerUse &operator+=(const ServerUse &other)
    {
        cpuSeconds += other.cpuSeconds;
        rssKib += other.rssKib;
        descriptors += other.descriptors;
        return *this;
    }
};

/// Reads `/proc` for a process and its children, because nginx serves from a child.
class ServerProbe
{
public:
    explicit ServerProbe(qint64 pid) : m_pid(pid) { }

    ServerUse use() const;

private:
    qint64 m_pid;
};

} // namespace bench
