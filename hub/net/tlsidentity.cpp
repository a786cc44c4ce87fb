// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/tlsidentity.h"

#include "hub/crypto/keypair.h"

#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QSslSocket>

namespace hub {

namespace {

/// Reads a key. QSslKey needs to know the algorithm, so it tries each supported one.
QSslKey keyOf(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// Returns the ciphers with forward secrecy and authenticated encryption: all of TLS 1.3, and some
/// of TLS 1.2.
QList<QSslCipher> strongCiphers()
{
    QList<QSslCipher> strong;
    for (const QSslCipher &cipher : QSslConfiguration::supportedCiphers()) {
        const QString name = cipher.name();
        const bool authenticated =
            name.contains(QLatin1String("GCM")) || name.contains(QLatin1String("CHACHA20"));
        const bool secret = name.startsWith(QLatin1String("ECDHE-"));
        if (cipher.protocol() == QSsl::TlsV1_3 || (secret && authenticated))
            strong.append(cipher);
    }
    return strong;
}

} // namespace

Result<QSslConfiguration> tlsIdentity(const QByteArray &certificatesPem, const QByteArray &keyPem)
{
    if (!QSslSocket::supportsSsl())
        return Error{"bad_certificate", QStringLiteral("this build of Qt does not support TLS")};
    if (const Result<void> pair = checkKeyPair(certificatesPem, keyPem); !pair)
        return pair.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificatesPem, QSsl::Pem);
    const QSslKey key = keyOf(keyPem);
    if (chain.isEmpty() || key.isNull())
        return Error{"bad_certificate",
                     QStringLiteral("only RSA and elliptic curve keys are supported")};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(strongCiphers());
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients use tokens, no certificates
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return configuration;
}

} // namespace hub
