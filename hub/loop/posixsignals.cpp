// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/posixsignals.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

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

PosixSignals::PosixSignals(QObject *parent) : QObject(parent)
{
    Q_ASSERT(pipeToWrite == -1);
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        qFatal("pipe: no descriptor left");
    m_readEnd.reset(ends[0]);
    m_writeEnd.reset(ends[1]);
    setNonBlockingOnExecClosed(ends[0]);
    setNonBlockingOnExecClosed(ends[1]);
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PosixSignals::readPipe);
    pipeToWrite = ends[1];
    install(SIGTERM, &m_formerTerminate);
    install(SIGINT, &m_formerInterrupt);
    install(SIGHUP, &m_formerHangUp);
}

PosixSignals::~PosixSignals()
{
    ::sigaction(SIGTERM, &m_formerTerminate, nullptr);
    ::sigaction(SIGINT, &m_formerInterrupt, nullptr);
    ::sigaction(SIGHUP, &m_formerHangUp, nullptr);
    pipeToWrite = -1;
}

void PosixSignals::readPipe()
{
    char numbers[64];
    const ssize_t count = ::read(m_readEnd.get(), numbers, sizeof numbers);
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
