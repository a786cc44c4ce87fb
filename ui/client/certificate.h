// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

class QSslCertificate;
class QSslError;

namespace ui {

/// A certificate that a hub presented and that this client does not trust. All texts come from
/// outside: show them as plain text.
struct Certificate
{
    static constexpr qsizetype maxTextLength = 200; ///< Longer texts are cut.

    QUrl hub; ///< Where it was presented: scheme, host and port.
    QString subject; ///< Common name, or the first alternative name.
    QString issuer;
    QDateTime validFrom;
    QDateTime validUntil;
    QByteArray fingerprint; ///< SHA-256 of the certificate, 32 bytes.
    QString problem; ///< The first reason not to trust it.
    bool replaced = false; ///< Another certificate is pinned for this hub.

    /// Describes `certificate`. `errors` are those of its verification. `pinned` is the fingerprint
    /// that is trusted for this hub, or empty.
    static Certificate describe(const QUrl &hub, const QSslCertificate &certificate,
                                const QList<QSslError> &errors, const QByteArray &pinned);
    /// Returns one sentence that says why the certificate is not trusted, without a dot.
    QString reason() const;
};

/// Returns the SHA-256 fingerprint, 32 bytes; empty for a null certificate.
QByteArray fingerprintOf(const QSslCertificate &certificate);
/// Returns `AB:CD:…` as browsers and openssl show it.
QString fingerprintText(const QByteArray &fingerprint);
/// Reads hexadecimal digits with or without colons. Returns an empty array unless they are exactly
/// 32 bytes.
QByteArray parseFingerprint(const QString &text);

} // namespace ui

Q_DECLARE_METATYPE(ui::Certificate)
