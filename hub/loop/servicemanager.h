// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace hub {

/// Reports the state of this service to systemd (sd_notify(3)). Each report is one datagram to
/// `NOTIFY_SOCKET`; without that variable nothing is sent. This class replaces libsystemd, which
/// depends on four more libraries. On systems other than Linux nothing is sent. A timer on this
/// object's thread sends the watchdog messages, so systemd notices when that thread hangs.
class ServiceManager : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceManager)

public:
    /// Reads `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID`. Removes them from the
    /// environment, so that no child process reports for this service.
    explicit ServiceManager(QObject *parent = nullptr);

    /// Reports that the service is ready, also after a reload, and starts the watchdog messages.
    /// `status` is one line for people.
    void ready(const QString &status);
    /// Reports that the service reloads its configuration. Call ready() when it has finished.
    void reloading();
    /// Reports that the service stops. systemd waits for it `atMost` this long from now.
    void stopping(const QString &status, std::chrono::milliseconds atMost);

    /// Returns the time between two watchdog messages: half of the time that systemd allows.
    /// Returns 0 when systemd expects none.
    std::chrono::milliseconds watchdogInterval() const { return m_watchdog.intervalAsDuration(); }

private:
    void tell(const QByteArray &state) const;

    QByteArray m_address; ///< The value of `NOTIFY_SOCKET`.
    QTimer m_watchdog;
};

} // namespace hub
