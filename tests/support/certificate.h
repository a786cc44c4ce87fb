// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace test {

/// Writes a P-256 key and a certificate with the common name `name` to `folder`: `name.key` and
/// `name.crt`. `issuer`, made by an earlier call, signs the certificate; without `issuer` it is
/// self-signed. `alternative` is a subject alternative name such as `IP:127.0.0.1`.
inline void makeCertificate(const QDir &folder, const QString &name,
                            const QString &alternative = {}, const QString &issuer = {})
{
    QStringList words{QStringLiteral("req"),
                      QStringLiteral("-x509"),
                      QStringLiteral("-newkey"),
                      QStringLiteral("ec"),
                      QStringLiteral("-pkeyopt"),
                      QStringLiteral("ec_paramgen_curve:prime256v1"),
                      QStringLiteral("-nodes"),
                      QStringLiteral("-days"),
                      QStringLiteral("90"),
                      QStringLiteral("-subj"),
                      QStringLiteral("/CN=") + name,
                      QStringLiteral("-keyout"),
                      folder.filePath(name + QStringLiteral(".key")),
                      QStringLiteral("-out"),
                      folder.filePath(name + QStringLiteral(".crt"))};
    if (!alternative.isEmpty())
        words << QStringLiteral("-addext") << QStringLiteral("subjectAltName=") + alternative;
    if (!issuer.isEmpty())
        words << QStringLiteral("-CA") << folder.filePath(issuer + QStringLiteral(".crt"))
              << QStringLiteral("-CAkey") << folder.filePath(issuer + QStringLiteral(".key"));
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(QStringLiteral("openssl"), words);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl: %s", openssl.readAll().constData());
}

inline QList<QSslCertificate> certificateIn(const QDir &folder, const QString &name)
{
    return QSslCertificate::fromPath(folder.filePath(name + QStringLiteral(".crt")));
}

/// The TLS configuration with which a server presents the certificate `name`.
inline QSslConfiguration identityIn(const QDir &folder, const QString &name)
{
    QFile key(folder.filePath(name + QStringLiteral(".key")));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(key.fileName()));
    QSslConfiguration identity = QSslConfiguration::defaultConfiguration();
    identity.setLocalCertificateChain(certificateIn(folder, name));
    identity.setPrivateKey(QSslKey(&key, QSsl::Ec));
    return identity;
}

} // namespace test
