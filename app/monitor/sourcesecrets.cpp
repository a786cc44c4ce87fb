// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/sourcesecrets.h"

#include "app/hub/secretfile.h"
#include "hub/crypto/randombytes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

namespace app {

namespace {

constexpr QFileDevice::Permissions ownFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownFolder = ownFile | QFileDevice::ExeOwner;

QString words(const char *text)
{
    return QCoreApplication::translate("app::SourceSecrets", text);
}

} // namespace

SourceSecrets::SourceSecrets(const QString &dataFolder)
    : m_folder(QDir(dataFolder).filePath(QStringLiteral("secrets")))
{ }

/// A name may have a colon, which Windows does not allow in file names.
QString SourceSecrets::path(const QString &source) const
{
    const QByteArray name = QUrl::toPercentEncoding(source, "@+=") + ".secret";
    return QDir(m_folder).filePath(QString::fromLatin1(name));
}

QByteArray SourceSecrets::read(const QString &source) const
{
    const hub::Result<QByteArray> secret = readSecretFile(path(source));
    return secret ? *secret : QByteArray();
}

hub::Result<void> SourceSecrets::write(const QString &source, const QByteArray &secret) const
{
    if (secret.isEmpty() || secret.size() > maxBytes || secret.contains('\n')
        || secret.contains('\r')) {
        return hub::Error{"bad_secret",
                          words("a secret is one line of 1 to %1 bytes").arg(maxBytes)};
    }
    const QDir folder(m_folder);
    if (!folder.exists())
        QDir().mkpath(QFileInfo(m_folder).path());
    if (!folder.exists())
        QDir().mkdir(m_folder, ownFolder);
    QSaveFile file(path(source));
    const bool done = file.open(QIODevice::WriteOnly) && file.setPermissions(ownFile)
                      && file.write(secret) == secret.size() && file.commit();
    if (!done) {
        return hub::Error{
            "not_writable",
            words("the secret was not written to %1: %2").arg(path(source), file.errorString())};
    }
    // A file that was there before keeps its permissions.
    QFile::setPermissions(path(source), ownFile);
    return {};
}

void SourceSecrets::remove(const QString &source) const
{
    QFile::remove(path(source));
}

hub::Result<QByteArray> SourceSecrets::make(const QString &scheme)
{
    constexpr qsizetype bytes = 32;
    const hub::Result<QByteArray> random = hub::randomBytes(bytes);
    if (!random)
        return random.error();
    if (scheme == QLatin1String("standard-webhooks"))
        return "whsec_" + random->toBase64();
    return random->toHex();
}

} // namespace app
