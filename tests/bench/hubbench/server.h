// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/serverprobe.h"
#include "tests/bench/hubbench/trial.h"

#include <QProcess>
#include <QTemporaryDir>

namespace bench {

/// The server of a trial, as a process with a temporary data folder.
class Server
{
    Q_DISABLE_COPY_MOVE(Server)

public:
    /// Starts the server and waits until it is ready. Ends the program when that takes too long.
    explicit Server(const Trial &trial);
    ~Server();

    /// Stops the server in order and starts it again on the same data and another port. Returns the
    /// seconds from the start of the process until `/readyz` answered 200.
    double restart();

    quint16 port() const { return m_port; }
    ServerUse use() const { return ServerProbe(m_process.processId()).use(); }

private:
    double start();
    void stop();
    [[noreturn]] void failToStart();

    const Trial m_trial;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

/// Raises the descriptor limit of this process and its children as far as the system permits.
void raiseDescriptorLimit();

} // namespace bench
