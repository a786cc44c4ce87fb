// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/servicemanager.h"

#include "hub/loop/servicedatagram.h"

#include <QCoreApplication>

#include <algorithm>

namespace hub {

namespace {

QByteArray taken(const char *variable)
{
    const QByteArray value = qgetenv(variable);
    qunsetenv(variable);
    return value;
}

/// Returns the time that systemd allows between two watchdog messages of this process; 0 = none.
std::chrono::microseconds watchdogTime()
{
    const qint64 time = taken("WATCHDOG_USEC").toLongLong();
    const QByteArray pid = taken("WATCHDOG_PID");
    const bool ours = pid.isEmpty() || pid.toLongLong() == QCoreApplication::applicationPid();
    return std::chrono::microseconds{ours ? std::max<qint64>(time, 0) : 0};
}

} // namespace

ServiceManager::ServiceManager(QObject *parent) : QObject(parent), m_address(taken("NOTIFY_SOCKET"))
{
    connect(&m_watchdog, &QTimer::timeout, this, [this] { tell("WATCHDOG=1"); });
    m_watchdog.setTimerType(Qt::PreciseTimer); // a coarse timer may be 5 % late
    m_watchdog.setInterval(
        std::chrono::duration_cast<std::chrono::milliseconds>(watchdogTime() / 2));
}

void ServiceManager::ready(const QString &status)
{
    tell("READY=1\nSTATUS=" + status.toUtf8());
    if (watchdogInterval().count() > 0 && !m_watchdog.isActive())
        m_watchdog.start();
}

void ServiceManager::reloading()
{
    // On Linux std::chrono::steady_clock is CLOCK_MONOTONIC, which systemd expects.
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const qint64 usec = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    tell("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(usec) + "\nSTATUS=reloading");
}

void ServiceManager::stopping(const QString &status, std::chrono::milliseconds atMost)
{
    const qint64 usec = std::chrono::microseconds(atMost).count();
    tell("STOPPING=1\nEXTEND_TIMEOUT_USEC=" + QByteArray::number(usec)
         + "\nSTATUS=" + status.toUtf8());
}

void ServiceManager::tell(const QByteArray &state) const
{
    if (!m_address.isEmpty())
        sendToServiceManager(m_address, state);
}

} // namespace hub
