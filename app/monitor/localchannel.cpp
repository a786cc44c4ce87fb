// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/localchannel.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QThread>

#include <chrono>

namespace app {

namespace {

constexpr std::chrono::milliseconds answerTime{2000};
constexpr std::chrono::milliseconds retryInterval{20};
constexpr qint64 maxRequestBytes = 8 * Request::maxLength;
const QByteArray answerText = QByteArrayLiteral("ok\n");

/// Returns the name of the socket for QLocalServer. On Windows it names a pipe and has no folder.
QString socketName(const QString &folder, const QString &name)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
    return name;
#else
    return QDir(folder).filePath(name + QStringLiteral(".socket"));
#endif
}

/// Sends the request and returns whether the other instance took it.
bool deliver(const QString &socket, const Request &request, QDeadlineTimer deadline)
{
    const auto left = [&deadline] { return static_cast<int>(qMax(deadline.remainingTime(), 1)); };
    QLocalSocket other;
    other.connectToServer(socket);
    if (!other.waitForConnected(left()))
        return false;
    other.write(request.toWire());
    while (other.bytesAvailable() < answerText.size() && other.waitForReadyRead(left())) { }
    return other.read(answerText.size()) == answerText;
}

} // namespace

LocalChannel::LocalChannel(const QString &folder, const QString &name, QObject *parent)
    : InstanceChannel(parent)
    , m_socket(socketName(folder, name))
    , m_lock(QDir(folder).filePath(name + QStringLiteral(".lock")))
{
    // Only the end of its process makes a lock stale, not its age.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *other = m_server.nextPendingConnection())
            accept(other);
    });
}

LocalChannel::~LocalChannel() = default;

hub::Result<InstanceRole> LocalChannel::claim(const Request &request)
{
    if (m_lock.tryLock()) {
        listen();
        return InstanceRole::First;
    }
    if (m_lock.error() != QLockFile::LockFailedError) {
        return hub::Error{
            "instance_unclear",
            QStringLiteral("the lock file of this program cannot be written beside %1")
                .arg(m_socket)};
    }
    if (request.command == Request::Command::None)
        return InstanceRole::Second;
    return passOn(request);
}

hub::Result<InstanceRole> LocalChannel::passOn(const Request &request)
{
    // The first instance may have the lock and not listen yet.
    const QDeadlineTimer deadline(answerTime);
    while (!deliver(m_socket, request, deadline)) {
        if (deadline.hasExpired()) {
            return hub::Error{
                "instance_unreachable",
                QStringLiteral("another Heliograph is running and does not answer at %1")
                    .arg(m_socket)};
        }
        QThread::msleep(retryInterval.count());
    }
    return InstanceRole::Second;
}

void LocalChannel::listen()
{
    // This process has the lock, so a crashed one left any socket with this name.
    QLocalServer::removeServer(m_socket);
    if (!m_server.listen(m_socket)) {
        m_listenError = m_server.errorString();
        qWarning("a second start cannot reach this program: %s", qUtf8Printable(m_listenError));
    }
}

void LocalChannel::accept(QLocalSocket *other)
{
    other->setReadBufferSize(maxRequestBytes);
    const auto read = [this, other] {
        const QByteArray text = other->peek(maxRequestBytes);
        const bool complete = text.count('\n') >= 3;
        if (!complete && text.size() < maxRequestBytes) {
            return; // the rest follows
        }
        other->disconnect(this);
        if (const auto request = Request::fromWire(text)) {
            emit requested(*request);
            other->write(answerText);
        }
        other->disconnectFromServer();
    };
    connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
    connect(other, &QLocalSocket::readyRead, this, read);
    read();
}

} // namespace app
