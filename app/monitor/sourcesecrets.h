// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

namespace app {

/// The secrets of the sources of the embedded hub: one file each, which only its owner can read, in
/// the folder `secrets` of the data folder. The hub reads these files itself. A file that is
/// missing keeps the hub from starting, so a source with a secret never runs without it.
class SourceSecrets
{
public:
    static constexpr qsizetype maxBytes = 4096; ///< As readSecretFile() has it.

    explicit SourceSecrets(const QString &dataFolder);

    /// Returns the file of a source. It may not exist.
    QString path(const QString &source) const;
    /// Returns the secret, or an empty array if there is none.
    QByteArray read(const QString &source) const;
    /// Replaces the secret: 1 to maxBytes bytes on one line. The error `not_writable` names the
    /// file, `bad_secret` the limit. After an error the former secret is still there.
    hub::Result<void> write(const QString &source, const QByteArray &secret) const;
    void remove(const QString &source) const;

    /// Returns a new random secret that fits the scheme.
    static hub::Result<QByteArray> make(const QString &scheme);

private:
    QString m_folder;
};

} // namespace app
