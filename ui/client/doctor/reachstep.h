// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "ui/client/certificate.h"
#include "ui/client/doctor/step.h"

#include <QHostAddress>
#include <QSslError>

#include <chrono>

class QSslSocket;

namespace ui {

/// Looks up the name, connects, and checks the certificate. Reports the checks `dns`, `tcp` and
/// `tls`.
class ReachStep final : public DoctorStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReachStep)

public:
    /// `clock` is not owned and outlives this.
    ReachStep(const Patient &patient, const hub::Clock &clock);
    ~ReachStep() override;

    void start() override;

signals:
    void certificateRefused(const ui::Certificate &certificate);

private:
    void handleSslErrors(const QList<QSslError> &errors);
    void handleAddresses(const QList<QHostAddress> &addresses, const QString &error);
    void connectTo(const QHostAddress &address);
    void handleConnected();
    void handleEncrypted();
    void handleError();
    void handleTimeout();
    void startPart();
    std::chrono::milliseconds elapsed() const
    {
        return std::chrono::milliseconds(m_clock.steadyMs() - m_startedMs);
    }

    std::unique_ptr<QSslSocket> m_socket;
    hub::ClockTimer m_deadline; ///< Of the current part: lookup, connection or TLS handshake.
    qint64 m_startedMs = 0; ///< Steady time at which the current part started.
    QString m_refusal; ///< Why the certificate is not trusted.
    int m_lookup = -1;
    bool m_connected = false;
};

} // namespace ui
