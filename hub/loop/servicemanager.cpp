// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/servicemanager.h"

#include "hub/base/log.h"
#include "hub/loop/uniquefd.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace hub {

namespace {

QByteArray taken(const char *variable)
{
    const QByteArray value = qgetenv(variable);
    qunsetenv(variable);
    return value;
}

QByteArray addressOf(QByteArray text)
{
    if (text.startsWith('@'))
        text[0] = '\0';
    else if (!text.startsWith('/'))
        return {};
    return text;
}

/// Returns the time that systemd allows between two watchdog messages of this process; 0 = none.
std::chrono::microseconds watchdogTime()
{
    const qint64 time = taken("WATCHDOG_USEC").toLongLong();
    const QByteArray pid = taken("WATCHDOG_PID");
    const bool ours = pid.isEmpty() || pid.toLongLong() == ::getpid();
    return std::chrono::microseconds{ours ? std::max<qint64>(time, 0) : 0};
}

} // namespace

ServiceManager::ServiceManager(QObject *parent)
    : QObject(parent)
    , m_address(addressOf(taken("NOTIFY_SOCKET")))
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
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const qint64 usec = qint64{now.tv_sec} * 1'000'000 + now.tv_nsec / 1000;
    tell("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(usec) + "\nSTATUS=reloading");
}

void ServiceManager::stopping(const QString &status, std::chrono::milliseconds atMost)
{
    const qint64 usec = std::chrono::microseconds(atMost).count();
    tell("STOPPING=1\nEXTEND_TIMEOUT_USEC=" + QByteArray::number(usec)
         + "\nSTATUS=" + status.toUtf8());
}

/// Sends one datagram without blocking: a service manager that does not read must not block the
/// hub.
void ServiceManager::tell(const QByteArray &state) const
{
    sockaddr_un to{};
    if (m_address.isEmpty() || m_address.size() >= static_cast<qsizetype>(sizeof to.sun_path))
        return;
    to.sun_family = AF_UNIX;
    std::memcpy(to.sun_path, m_address.constData(), static_cast<std::size_t>(m_address.size()));
    const UniqueFd socket(::socket(AF_UNIX, SOCK_DGRAM, 0));
    const auto size = offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(m_address.size());
    const ssize_t sent = ::sendto(
        socket.get(), state.constData(), static_cast<std::size_t>(state.size()), MSG_DONTWAIT,
        reinterpret_cast<const sockaddr *>(&to), static_cast<socklen_t>(size));
    if (sent < 0)
        qCWarning(lcHub, "cannot notify the service manager: %s", std::strerror(errno));
}

} // namespace hub
