// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/logoutput.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

namespace hub {

namespace {

/// While the writer thread waits for the descriptor, it checks whether it must stop at this
/// interval.
constexpr std::chrono::milliseconds pollInterval{100};

} // namespace

/// A pipe that poll() reports as writable accepts this many bytes without blocking, and keeps them
/// together (pipe(7)).
const qsizetype LogOutput::pieceBytes = PIPE_BUF;

/// The thread blocks all signals, so that signal handlers run on other threads. Writing to a pipe
/// without a reader then fails with EPIPE.
std::thread LogOutput::startThread(std::function<void()> run)
{
    sigset_t all;
    sigset_t former;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &former);
    std::thread thread(std::move(run));
    pthread_sigmask(SIG_SETMASK, &former, nullptr);
    return thread;
}

void LogOutput::aroundFork(void (*before)(), void (*inParent)(), void (*inChild)())
{
    pthread_atfork(before, inParent, inChild);
}

qsizetype LogOutput::write(QByteArrayView piece, const std::atomic<bool> &stops) const
{
    pollfd wanted{m_descriptor, POLLOUT, 0};
    while (!stops) {
        // poll() also returns on an error, which write() then reports.
        if (::poll(&wanted, 1, static_cast<int>(pollInterval.count())) <= 0)
            continue;
        const auto size = static_cast<size_t>(std::min(piece.size(), pieceBytes));
        const ssize_t written = ::write(m_descriptor, piece.data(), size);
        if (written >= 0 || (errno != EINTR && errno != EAGAIN))
            return written;
    }
    return -1;
}

bool LogOutput::writeAtOnce(QByteArrayView line) const
{
    pollfd wanted{m_descriptor, POLLOUT, 0};
    return ::poll(&wanted, 1, 0) == 1 && (wanted.revents & (POLLERR | POLLNVAL)) == 0
           && ::write(m_descriptor, line.data(), static_cast<size_t>(line.size())) == line.size();
}

} // namespace hub
