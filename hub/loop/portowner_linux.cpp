// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/portowner.h"

#include "hub/base/utf8.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace hub {

namespace {

/// Returns the inode of a socket that listens on the port, from the kernel's table `table`. Returns
/// nothing when there is none.
QByteArray listeningInode(const QString &table, quint16 port)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray suffix = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        // Fields: sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode. State
        // (st) 0A is LISTEN.
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() > 9 && fields.at(1).endsWith(suffix) && fields.at(3) == "0A")
            return fields.at(9);
    }
    return {};
}

bool holdsSocket(const QString &process, const QString &socket)
{
    const QDir descriptors(QStringLiteral("/proc/%1/fd").arg(process));
    const QStringList names = descriptors.entryList(QDir::Files | QDir::System);
    for (const QString &name : names) {
        char target[64];
        const QByteArray path = QFile::encodeName(descriptors.filePath(name));
        const ssize_t length = ::readlink(path.constData(), target, sizeof target);
        if (length > 0 && QString::fromLatin1(target, length) == socket)
            return true;
    }
    return false;
}

QString processName(const QString &process)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(process));
    return file.open(QIODevice::ReadOnly) ? fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace

QString portOwner(quint16 port)
{
    QByteArray inode = listeningInode(QStringLiteral("/proc/net/tcp"), port);
    if (inode.isEmpty())
        inode = listeningInode(QStringLiteral("/proc/net/tcp6"), port);
    if (inode.isEmpty())
        return {};
    const QString socket = QStringLiteral("socket:[%1]").arg(QString::fromLatin1(inode));
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        if (entry.front().isDigit() && holdsSocket(entry, socket))
            return QStringLiteral("%1 (process %2)").arg(processName(entry), entry);
    }
    return {};
}

} // namespace hub
