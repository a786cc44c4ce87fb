// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/secretexposure.h"

#include "hub/auth/keyfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace app {

namespace {

bool isCredential(const QString &path)
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    return !folder.isEmpty()
           && QFileInfo(path).absoluteFilePath().startsWith(QDir(folder).absolutePath()
                                                            + QLatin1Char('/'));
}

/// Returns true also for text that only looks like a private key: a needless warning costs little.
bool holdsSecret(const QByteArray &keyFile)
{
    return keyFile.contains("PRIVATE KEY-----") || keyFile.contains("\"oct\"")
           || keyFile.contains("\"d\"");
}

void judge(const QString &key, const QString &path, QStringList &warnings)
{
    struct stat status
    { };
    if (path.isEmpty() || isCredential(path)
        || ::stat(QFile::encodeName(path).constData(), &status) != 0)
        return;
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    const mode_t mode = status.st_mode & (S_IRWXU | others);
    if ((mode & others) != 0)
        warnings << QStringLiteral("%1: %2: other users of this machine can read or change this "
                                   "secret (mode %3); set its mode to 0600")
                        .arg(key, path, QStringLiteral("0%1").arg(mode, 3, 8, QLatin1Char('0')));
}

} // namespace

QStringList exposedSecrets(const Config &config)
{
    QStringList warnings;
    judge(QStringLiteral("auth.hs_secret_file"), config.hsSecretFile, warnings);
    for (const QString &path : config.keys) {
        for (const QString &file : hub::keyFilesAt(path)) {
            const hub::Result<QByteArray> text = hub::readKeyFile(file);
            if (text && holdsSecret(*text))
                judge(QStringLiteral("auth.keys"), file, warnings);
        }
    }
    judge(QStringLiteral("tls.key"), config.tlsKey, warnings);
    for (const SourceConfig &source : config.sources)
        for (const QString &path : source.secretsFile)
            judge(QStringLiteral("sources: %1: secrets_file").arg(source.name), path, warnings);
    return warnings;
}

} // namespace app
