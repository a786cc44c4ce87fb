// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/uniquefd.h"

#include <QObject>

#include <csignal>
#include <memory>

class QSocketNotifier;

namespace hub {

/// Turns SIGTERM, SIGINT and SIGHUP into Qt signals. The signal handler only writes to a pipe,
/// because few functions are safe in a handler (signal-safety(7)). A process has at most one object
/// of this class at a time. The destructor restores the previous signal handlers.
class PosixSignals : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PosixSignals)

public:
    explicit PosixSignals(QObject *parent = nullptr);
    ~PosixSignals() override;

signals:
    /// The process received SIGTERM or SIGINT. Emitted once for each of them.
    void terminateRequested();
    /// The process received SIGHUP, once or several times.
    void reloadRequested();

private:
    void readPipe();

    UniqueFd m_readEnd;
    UniqueFd m_writeEnd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    struct sigaction m_formerTerminate
    { };
    struct sigaction m_formerInterrupt
    { };
    struct sigaction m_formerHangUp
    { };
};

} // namespace hub
