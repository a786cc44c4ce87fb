// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/output.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace helio {

/// The exit codes of helio. The help texts list the same codes.
enum ExitCode {
    Done = 0,
    Trouble = 1, ///< Wrong usage, no connection, or refused by the hub.
    JobFailed = 2, ///< The job failed, timed out or was lost.
    JobCancelled = 3,
    TimedOut = 124, ///< The same code as timeout(1) uses.
    Interrupted = 130, ///< 128 + SIGINT, as a shell reports it.
};

/// The hub, the network and the output of a command. `network` and `output` are not owned and
/// outlive the command.
struct Context
{
    QUrl hub;
    QByteArray token; ///< For commands that do not use `network`. Empty = no token.
    QNetworkAccessManager *network;
    Output *output;
};

/// One run of a helio command. It begins with start() and ends with finished().
class Command : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Command)

public:
    explicit Command(const Context &context) : m_context(context) { }

    /// Begins the work. May emit finished() before it returns.
    virtual void start() = 0;
    /// Returns true if SIGINT and SIGTERM call interrupt(). Otherwise they end the process at once.
    virtual bool wantsInterrupts() const { return false; }
    /// Ends the work early. Called on the main thread, only if wantsInterrupts() returns true.
    virtual void interrupt() { }

signals:
    /// Emitted exactly once. `exitCode` is one of ExitCode.
    void finished(int exitCode);

protected:
    /// Prints `message` to stderr and emits finished(Trouble).
    void fail(const QString &message)
    {
        m_context.output->complain(message);
        emit finished(Trouble);
    }

    Context m_context;
};

} // namespace helio
