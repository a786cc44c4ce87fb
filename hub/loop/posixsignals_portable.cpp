// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/posixsignals.h"

#include <QTimer>

#include <csignal>

namespace hub {

using namespace std::chrono_literals;

namespace {

/// Standard C++ allows a signal handler nothing that could wake the event loop, so a timer looks
/// for signals.
constexpr auto lookInterval = 50ms;

volatile std::sig_atomic_t terminations = 0;
volatile std::sig_atomic_t reloads = 0;

extern "C" void countSignal(int number)
{
    std::signal(number, countSignal); // some systems restore the default before each call
    if (number == SIGTERM || number == SIGINT)
        terminations = terminations + 1;
    else
        reloads = reloads + 1;
}

using Handler = void (*)(int);

} // namespace

class PosixSignals::Private
{
public:
    Private()
    {
        terminations = 0;
        reloads = 0;
    }

    ~Private()
    {
        std::signal(SIGTERM, formerTerminate);
        std::signal(SIGINT, formerInterrupt);
#ifdef SIGHUP
        std::signal(SIGHUP, formerHangUp);
#endif
    }

    QTimer look;
    int terminationsSeen = 0;
    int reloadsSeen = 0;
    Handler formerTerminate = std::signal(SIGTERM, countSignal);
    Handler formerInterrupt = std::signal(SIGINT, countSignal);
#ifdef SIGHUP
    Handler formerHangUp = std::signal(SIGHUP, countSignal);
#endif
};

PosixSignals::PosixSignals(QObject *parent) : QObject(parent), m_d(std::make_unique<Private>())
{
    connect(&m_d->look, &QTimer::timeout, this, &PosixSignals::report);
    m_d->look.start(lookInterval);
}

PosixSignals::~PosixSignals() = default;

void PosixSignals::report()
{
    if (m_d->reloadsSeen != reloads) {
        m_d->reloadsSeen = reloads;
        emit reloadRequested();
    }
    for (; m_d->terminationsSeen != terminations; ++m_d->terminationsSeen)
        emit terminateRequested();
}

} // namespace hub
