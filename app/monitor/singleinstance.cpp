// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

#include <chrono>

namespace app {

namespace {

constexpr std::chrono::milliseconds answerTime{1000};

/// Returns the name of the socket, in the user's own runtime folder if there is one. Other users
/// cannot take a name there.
QString socketName(const QString &profile)
{
    const QString name =
        QStringLiteral("heliograph") + (profile.isEmpty() ? QString() : QLatin1Char('-') + profile);
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? name : QDir(runtime).filePath(name + QStringLiteral(".socket"));
}

} // namespace

SingleInstance::SingleInstance(const QString &profile, QObject *parent)
    : QObject(parent)
    , m_name(socketName(profile))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *other = m_server.nextPendingConnection()) {
            connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
            emit raiseWanted();
        }
    });
}

bool SingleInstance::claim()
{
    if (askOther()) {
        return false;
    }
    // No instance answers, so a socket with this name was left by a crashed one.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true;
}

bool SingleInstance::askOther()
{
    QLocalSocket other;
    other.connectToServer(m_name);
    return other.waitForConnected(static_cast<int>(answerTime.count()));
}

} // namespace app
