// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/pictureserver.h"

#include "app/sim/picture.h"

#include <QTcpServer>

namespace sim {

PictureServer::PictureServer()
{
    m_server.route(QStringLiteral("/pictures/<arg>"), [](const QString &name) {
        return QHttpServerResponse(QByteArrayLiteral("image/png"), drawPicture(name));
    });
    // Qt 6.8 no longer has listen(). bind() exists in every version and takes ownership of the
    // server.
    auto socket = std::make_unique<QTcpServer>();
    if (!socket->listen(QHostAddress::LocalHost))
        return;
    m_url = QStringLiteral("http://127.0.0.1:%1/pictures").arg(socket->serverPort());
    m_server.bind(socket.release());
}

} // namespace sim
