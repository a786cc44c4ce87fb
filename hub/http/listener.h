// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/httpcontext.h"

#include <QTcpServer>

#include <memory>

namespace hub {

/// Accepts connections, puts a GateSocket before each, and refuses those over the limits with a
/// 503.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// `gateParent` becomes the parent of the gates, which outlive their listener.
    Listener(std::shared_ptr<HttpContext> context, QObject *gateParent);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::optional<ConnectionPlace> enter(const QHostAddress &address);
    void refuse(std::unique_ptr<QTcpSocket> socket);
    void pauseAfterError();

    std::shared_ptr<HttpContext> m_context;
    QObject *m_gateParent;
};

} // namespace hub
