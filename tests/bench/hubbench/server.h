// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/serverprobe.h"
#include "tests/bench/hubbench/trial.h"

#include <QProcess>
#include <QTemporaryDir>

namespace bench {

/// The server of a trial, as a process of its own on a temporary data folder.
class Server
{
    Q_DISABLE_COPY_MOVE(Server)

public:
    /// Starts it and waits until it is ready; ends the program when it is not in time.
    explicit Server(const Trial &trial);
    ~Server();

    /// Stops in order and starts again on the same data, on another port. How long the start took:
    /// from the process to `/readyz` saying 200.
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

/// Allows this process and its children as many descriptors as the system lets them have.
void raiseDescriptorLimit();

} // namespace bench
