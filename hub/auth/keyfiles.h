// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/keyset.h"

#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QStringList>

namespace hub {

/// Reads what the configuration names: at start and on reload, as it blocks for as long as a disk
/// takes. Files are regular and at most 256 KiB. Errors are `bad_key_file` and name the file, never
/// what is in it.

/// Of each path: a public key or certificate in PEM, a JWK or a JWKS; or a folder, of which every
/// file ending in .pem .pub .crt .cer .json .jwk .jwks is read. A folder without any is an error.
Result<KeySet> loadKeys(const QStringList &paths);

/// The files that loadKeys() reads for one path.
QStringList keyFilesAt(const QString &path);

/// A secret for HS256; line ends after it do not count.
Result<VerificationKey> loadSecret(const QString &path);

/// Certificates in PEM of those whose word is taken for the certificates of others; at least one.
Result<QList<QSslCertificate>> loadAuthorities(const QString &path);

/// A secret as bytes, for those who sign.
Result<QByteArray> readSecretFile(const QString &path);
/// Any such file; at most 256 KiB.
Result<QByteArray> readKeyFile(const QString &path);

} // namespace hub
