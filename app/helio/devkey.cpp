// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/devkey.h"

#include "hub/auth/keyfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

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
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return cannotWrite(path, file.errorString());
    if (file.write(pem) == pem.size() && file.flush())
        return {};
    const QString why = file.errorString();
    // The next run would find an incomplete key and fail, so remove the file.
    file.remove();
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
