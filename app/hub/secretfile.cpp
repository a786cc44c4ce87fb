// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/secretfile.h"

#include <QFile>
#include <QFileInfo>

namespace app {

namespace {

constexpr qint64 maxSecretBytes = 4096;

hub::Error unusable(const QString &path, const QString &why)
{
    return {"bad_config", QStringLiteral("%1: %2").arg(path, why)};
}

} // namespace

hub::Result<QByteArray> readSecretFile(const QString &path)
{
    if (!QFileInfo(path).isFile()) // reading a pipe could block
        return unusable(path, QStringLiteral("is not a file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path, file.errorString());
    QByteArray secret = file.read(maxSecretBytes + 1);
    if (secret.size() > maxSecretBytes)
        return unusable(path, QStringLiteral("holds more than %1 bytes").arg(maxSecretBytes));
    if (secret.endsWith('\n'))
        secret.chop(1);
    if (secret.endsWith('\r'))
        secret.chop(1);
    if (secret.isEmpty())
        return unusable(path, QStringLiteral("is empty"));
    return secret;
}

} // namespace app
