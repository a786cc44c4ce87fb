// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/secretexposure.h"

#include "hub/auth/keyfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

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

/// Returns the rights of the owner, the group and others, as in `chmod 0640`.
int modeOf(QFileDevice::Permissions permissions)
{
    const auto bits = permissions.toInt();
    return ((bits >> 12 & 7) << 6) | ((bits >> 4 & 7) << 3) | (bits & 7);
}

void judge(const QString &key, const QString &path, QStringList &warnings)
{
#ifdef Q_OS_UNIX // Windows has access lists, which Qt does not read
    constexpr int others = 077;
    const int mode = path.isEmpty() ? 0 : modeOf(QFileInfo(path).permissions());
    if ((mode & others) != 0 && !isCredential(path))
        warnings << QStringLiteral("%1: %2: other users of this machine can read or change this "
                                   "secret (mode %3); set its mode to 0600")
                        .arg(key, path, QStringLiteral("0%1").arg(mode, 3, 8, QLatin1Char('0')));
#else
    Q_UNUSED(key)
    Q_UNUSED(path)
    Q_UNUSED(warnings)
#endif
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
