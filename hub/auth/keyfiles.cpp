// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/keyfiles.h"

#include "hub/auth/jwk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace hub {

namespace {
constexpr qint64 mostFileBytes = 256 * 1024;

Error badFile(const QString &path, const QString &why)
{
    return {QByteArrayLiteral("bad_key_file"), QStringLiteral("%1: %2").arg(path, why)};
}

Result<KeySet> keysIn(const QByteArray &text)
{
    if (!text.contains("-----BEGIN "))
        return parseJwks(text, JwkOrigin::File);
    const auto pem = PublicKey::fromPem(text);
    if (!pem)
        return pem.error();
    KeySet keys;
    const auto key = VerificationKey::fromPublic(*pem);
    const Result<void> added = key ? keys.add(*key) : Result<void>(key.error());
    return added ? Result(keys) : Result<KeySet>(added.error());
}

Result<void> addFile(const QString &path, KeySet &keys)
{
    const auto text = readKeyFile(path);
    if (!text)
        return text.error();
    const auto found = keysIn(*text);
    const Result<void> added = found ? keys.add(*found) : Result<void>(found.error());
    return added ? added : Result<void>(badFile(path, added.error().message));
}
} // namespace

QStringList keyFilesAt(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    const QDir folder(path);
    QStringList files;
    for (const QString &name : folder.entryList({QStringLiteral("*.pem"), QStringLiteral("*.pub"),
                                                 QStringLiteral("*.crt"), QStringLiteral("*.cer"),
                                                 QStringLiteral("*.json"), QStringLiteral("*.jwk"),
                                                 QStringLiteral("*.jwks")},
                                                QDir::Files, QDir::Name))
        files << folder.filePath(name);
    return files;
}

Result<QByteArray> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) // opening a pipe would block until it has a writer
        return badFile(path, QStringLiteral("there is no such file"));
    if (!file.open(QIODevice::ReadOnly))
        return badFile(path, file.errorString());
    const QByteArray text = file.read(mostFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return badFile(path, file.errorString());
    if (text.size() > mostFileBytes)
        return badFile(path, QStringLiteral("larger than %1 KiB").arg(mostFileBytes / 1024));
    return text;
}

Result<QByteArray> readSecretFile(const QString &path)
{
    auto text = readKeyFile(path);
    if (!text)
        return text.error();
    while (!text->isEmpty() && (text->endsWith('\n') || text->endsWith('\r')))
        text->chop(1);
    const auto key = VerificationKey::fromSecret(*text);
    if (!key)
        return badFile(path, key.error().message);
    return text;
}

Result<VerificationKey> loadSecret(const QString &path)
{
    const auto secret = readSecretFile(path);
    if (!secret)
        return secret.error();
    return VerificationKey::fromSecret(*secret);
}

Result<QList<QSslCertificate>> loadAuthorities(const QString &path)
{
    const auto text = readKeyFile(path);
    if (!text)
        return text.error();
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(*text, QSsl::Pem);
    if (authorities.isEmpty())
        return badFile(path, QStringLiteral("contains no certificate"));
    return authorities;
}

Result<KeySet> loadKeys(const QStringList &paths)
{
    KeySet keys;
    for (const QString &path : paths) {
        const QStringList files = keyFilesAt(path);
        if (files.isEmpty())
            return badFile(path, QStringLiteral("the folder contains no key file"));
        for (const QString &file : files) {
            if (const auto added = addFile(file, keys); !added)
                return added.error();
        }
    }
    return keys;
}

} // namespace hub
