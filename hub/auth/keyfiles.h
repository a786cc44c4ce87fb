// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/keyset.h"

#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QStringList>

namespace hub {

/// These functions read key files at start and on reload. They block for as long as the disk takes.
/// A file must be regular and at most 256 KiB. The error `bad_key_file` names the file and never
/// its content.

/// Reads the keys of each path. A file holds a public key or certificate in PEM, a JWK or a JWKS.
/// In a folder, every file ending in .pem .pub .crt .cer .json .jwk .jwks is read. A folder without
/// such a file is an error.
Result<KeySet> loadKeys(const QStringList &paths);

/// Returns the files that loadKeys() reads for one path.
QStringList keyFilesAt(const QString &path);

/// Reads a secret for HS256. Line ends at its end are removed.
Result<VerificationKey> loadSecret(const QString &path);

/// Reads the certificates of certificate authorities in PEM; at least one.
Result<QList<QSslCertificate>> loadAuthorities(const QString &path);

/// Reads a secret as bytes, for signing. Line ends at its end are removed.
Result<QByteArray> readSecretFile(const QString &path);
/// Reads any key file of at most 256 KiB.
Result<QByteArray> readKeyFile(const QString &path);

} // namespace hub
