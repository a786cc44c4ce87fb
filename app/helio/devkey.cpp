// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/devkey.h"

#include "hub/auth/keyfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace helio {

namespace {

hub::Error cannotWrite(const QString &path, const QString &why)
{
    return {"cannot_write", QStringLiteral("%1: %2").arg(path, why)};
}

/// Creates the file with mode 0600, so that other users can never read it. Fails if the path
/// exists.
hub::Result<void> writePrivate(const QString &path, const QByteArray &pem)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return cannotWrite(path, qt_error_string());
    QFile file;
    const bool written = file.open(descriptor, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)
                         && file.write(pem) == pem.size() && file.flush();
    if (written)
        return {};
    const QString why = file.errorString();
    // The next run would find an incomplete key and fail, so remove the file.
    ::unlink(QFile::encodeName(path).constData());
    return cannotWrite(path, why);
}

hub::Result<void> writePublic(const QString &path, const QByteArray &pem)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size() && file.commit())
        return {};
    return cannotWrite(path, file.errorString());
}

hub::Result<hub::PrivateKey> readPrivate(const QString &path)
{
    const auto pem = hub::readKeyFile(path);
    if (!pem)
        return pem.error();
    auto key = hub::PrivateKey::fromPem(*pem);
    if (!key)
        return hub::Error{"bad_key", path + QStringLiteral(": ") + key.error().message};
    return key;
}

} // namespace

hub::Result<DevKey> devKeyIn(const QString &folder)
{
    const QDir dir(QDir(folder).absolutePath());
    if (!dir.mkpath(QStringLiteral(".")))
        return cannotWrite(dir.path(), QStringLiteral("cannot create the folder"));
    // The private key does not end in .pem. If the configuration names the folder, the hub reads
    // only the public key.
    const QString privateFile = dir.filePath(QStringLiteral("heliograph-dev.key"));
    const QString publicFile = dir.filePath(QStringLiteral("heliograph-dev.pub.pem"));
    const QFileInfo present(privateFile);
    const bool isNew = !present.exists() && !present.isSymLink();
    auto key = isNew ? hub::PrivateKey::generateEd25519() : readPrivate(privateFile);
    if (!key)
        return key.error();
    if (isNew) {
        if (const auto written = writePrivate(privateFile, key->toPem()); !written)
            return written.error();
    }
    if (const auto written = writePublic(publicFile, key->publicKey().toPem()); !written)
        return written.error();
    return DevKey{*key, privateFile, publicFile, isNew};
}

} // namespace helio
