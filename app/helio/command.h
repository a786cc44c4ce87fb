// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/output.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace helio {

/// What helio's exit codes mean; `--help` says the same.
enum ExitCode {
    Done = 0,
    Trouble = 1, ///< Wrong usage, no connection, refused by the hub.
    JobFailed = 2, ///< Failed, timed out or lost.
    JobCancelled = 3,
    TimedOut = 124, ///< As timeout(1).
    Interrupted = 130, ///< As a shell says it.
};

/// Where a command does its work. Outlives it.
struct Context
{
    QUrl hub;
    QByteArray token; ///< For those that do not go through `network`; empty = none.
    QNetworkAccessManager *network;
    Output *output;
};

/// One thing helio does, from start() to finished().
class Command : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Command)

public:
    explicit Command(const Context &context) : m_context(context) { }

    virtual void start() = 0;
    /// Whether SIGINT and SIGTERM call interrupt(), rather than end the process on the spot.
    virtual bool wantsInterrupts() const { return false; }
    virtual void interrupt() { }

signals:
    /// Once.
    void finished(int exitCode);

protected:
    /// Says on stderr what went wrong and finishes with Trouble.
    void fail(const QString &message)
    {
        m_context.output->complain(message);
        emit finished(Trouble);
    }

    Context m_context;
};

} // namespace helio
