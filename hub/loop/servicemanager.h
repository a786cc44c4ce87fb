// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace hub {

/// What systemd is told of this service (sd_notify(3)): one datagram each to `NOTIFY_SOCKET`, and
/// nothing at all without one. Thirty lines of our own, because libsystemd would bring four more
/// libraries for them. Its watchdog is fed by a timer of the thread it lives on: a hub that hangs
/// is not fed.
class ServiceManager : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceManager)

public:
    /// Takes `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID` out of the environment, so that no
    /// child speaks for us.
    explicit ServiceManager(QObject *parent = nullptr);

    /// The service does what it is there for; the watchdog counts from now on. `status` is one line
    /// for people.
    void ready(const QString &status);
    void reloading();
    void stopping(const QString &status, std::chrono::milliseconds atMost);

    /// Half of what systemd allows between two signs of life; 0 = it waits for none.
    std::chrono::milliseconds watchdogInterval() const { return m_watchdog.intervalAsDuration(); }

private:
    void tell(const QByteArray &state) const;

    QByteArray m_address; ///< A path, or a name in the abstract space with a 0 before it.
    QTimer m_watchdog;
};

} // namespace hub
