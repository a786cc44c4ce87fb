// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/posixsignals.h"

#include "hub/loop/uniquefd.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace hub {

namespace {

volatile std::sig_atomic_t pipeToWrite = -1;

void writeSignal(int number)
{
    const int savedErrno = errno;
    const char byte = static_cast<char>(number);
    // This fails only when the pipe is full of unread signals. Losing one more is acceptable then.
    [[maybe_unused]] const ssize_t written = ::write(pipeToWrite, &byte, 1);
    errno = savedErrno;
}

void setNonBlockingOnExecClosed(int fd)
{
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
}

void install(int number, struct sigaction *former)
{
    struct sigaction action
    { };
    action.sa_handler = writeSignal;
    action.sa_flags = SA_RESTART;
    sigfillset(&action.sa_mask);
    ::sigaction(number, &action, former);
}

} // namespace

/// The signal handler only writes to a pipe, because few functions are safe in a handler
/// (signal-safety(7)).
class PosixSignals::Private
{
public:
    Private()
    {
        Q_ASSERT(pipeToWrite == -1);
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0)
            qFatal("pipe: no descriptor left");
        readEnd.reset(ends[0]);
        writeEnd.reset(ends[1]);
        setNonBlockingOnExecClosed(ends[0]);
        setNonBlockingOnExecClosed(ends[1]);
        notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
        pipeToWrite = ends[1];
        install(SIGTERM, &formerTerminate);
        install(SIGINT, &formerInterrupt);
        install(SIGHUP, &formerHangUp);
    }

    ~Private()
    {
        ::sigaction(SIGTERM, &formerTerminate, nullptr);
        ::sigaction(SIGINT, &formerInterrupt, nullptr);
        ::sigaction(SIGHUP, &formerHangUp, nullptr);
        pipeToWrite = -1;
    }

    UniqueFd readEnd;
    UniqueFd writeEnd;
    std::unique_ptr<QSocketNotifier> notifier;
    struct sigaction formerTerminate
    { };
    struct sigaction formerInterrupt
    { };
    struct sigaction formerHangUp
    { };
};

PosixSignals::PosixSignals(QObject *parent) : QObject(parent), m_d(std::make_unique<Private>())
{
    connect(m_d->notifier.get(), &QSocketNotifier::activated, this, &PosixSignals::report);
}

PosixSignals::~PosixSignals() = default;

void PosixSignals::report()
{
    char numbers[64];
    const ssize_t count = ::read(m_d->readEnd.get(), numbers, sizeof numbers);
    int terminations = 0; // every one counts: the second one forces the stop
    bool reload = false;
    for (ssize_t i = 0; i < count; ++i) {
        terminations += numbers[i] == SIGTERM || numbers[i] == SIGINT;
        reload |= numbers[i] == SIGHUP;
    }
    if (reload)
        emit reloadRequested();
    for (; terminations > 0; --terminations)
        emit terminateRequested();
}

} // namespace hub
