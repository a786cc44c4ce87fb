// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/uniquefd.h"

#include <QObject>

#include <csignal>
#include <memory>

class QSocketNotifier;

namespace hub {

/// SIGTERM, SIGINT and SIGHUP as Qt signals, through a pipe, because a signal handler may do next
/// to nothing. At most one at a time, made by the composition root; the former dispositions are
/// restored with it.
class PosixSignals : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PosixSignals)

public:
    explicit PosixSignals(QObject *parent = nullptr);
    ~PosixSignals() override;

signals:
    /// SIGTERM or SIGINT came.
    void terminateRequested();
    /// SIGHUP came.
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
