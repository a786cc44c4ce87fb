// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/doctor/step.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QSslError>

class QSslSocket;

namespace ui {

/// Looks up the name, connects, and checks the certificate. Reports the checks `dns`, `tcp` and
/// `tls`.
class ReachStep final : public DoctorStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReachStep)

public:
    explicit ReachStep(const Patient &patient);
    ~ReachStep() override;

    void start() override;

private:
    void handleAddresses(const QList<QHostAddress> &addresses, const QString &error);
    void connectTo(const QHostAddress &address);
    void handleConnected();
    void handleEncrypted();
    void handleError();
    void handleTimeout();

    std::unique_ptr<QSslSocket> m_socket;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    QStringList m_tlsErrors;
    int m_lookup = -1;
    bool m_connected = false;
};

} // namespace ui
