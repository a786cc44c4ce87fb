// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/doctor/doctor.h"
#include "ui/client/hubnetwork.h"

#include <QObject>

namespace app {

/// One examination of a hub for the connect dialog. Has network connections of its own, so that it
/// neither uses nor disturbs those of the monitor.
class ConnectionTest : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionTest)

public:
    /// Empty `token` = none. `pin` is the fingerprint of the only certificate to accept; empty =
    /// those that this system trusts. `clock` is not owned and outlives this.
    ConnectionTest(const QUrl &hub, const QByteArray &token, const QByteArray &pin,
                   const hub::Clock &clock, QObject *parent = nullptr);

    /// Call once.
    void start() { m_doctor.start(); }
    /// Ends the job that the test made on the hub, then emits finished().
    void stop() { m_doctor.stop(); }

signals:
    void found(const ui::Finding &finding);
    void certificateRefused(const ui::Certificate &certificate);
    /// Emitted once. `healthy` tells whether no finding is a fault.
    void finished(bool healthy);

private:
    ui::HubNetwork m_network;
    ui::Doctor m_doctor;
};

} // namespace app
