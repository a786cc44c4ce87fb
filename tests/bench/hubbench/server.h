// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/serverprobe.h"

#include <QProcess>
#include <QTemporaryDir>

namespace bench {

/// `heliographd`, from the folder of this program, as a process of its own on a temporary data
/// folder.
class Server
{
    Q_DISABLE_COPY_MOVE(Server)

public:
    /// Starts and waits until it listens; ends the program when it does not.
    Server();
    ~Server();

    /// Stops in order and starts again on the same data, on another port.
    void restart();

    quint16 port() const { return m_port; }
    ServerUse use() const { return ServerProbe(m_process.processId()).use(); }

private:
    void start();
    void stop();
    quint16 announcedPort() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

/// Allows this process and its children as many descriptors as the system lets them have.
void raiseDescriptorLimit();

} // namespace bench
