// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/certificate.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslError>

namespace ui {

namespace {

constexpr qsizetype fingerprintBytes = 32;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Certificate)
};

/// Returns the first of the names, without control characters and at most
/// Certificate::maxTextLength characters long.
QString nameOf(const QStringList &names)
{
    QString name = names.value(0).left(Certificate::maxTextLength);
    name.removeIf([](QChar c) { return !c.isPrint(); });
    return name;
}

} // namespace

Certificate Certificate::describe(const QUrl &hub, const QSslCertificate &certificate,
                                  const QList<QSslError> &errors, const QByteArray &pinned)
{
    Certificate described;
    described.hub = hub.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                                 | QUrl::RemoveFragment);
    described.subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName));
    if (described.subject.isEmpty())
        described.subject = nameOf(certificate.subjectAlternativeNames().values());
    described.issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName)
                              + certificate.issuerInfo(QSslCertificate::Organization));
    described.validFrom = certificate.effectiveDate().toUTC();
    described.validUntil = certificate.expiryDate().toUTC();
    described.fingerprint = fingerprintOf(certificate);
    described.problem = nameOf({errors.isEmpty() ? QString() : errors.first().errorString()});
    described.replaced = !pinned.isEmpty() && pinned != described.fingerprint;
    return described;
}

QString Certificate::reason() const
{
    if (replaced)
        return Words::tr("the hub's certificate is not the trusted one; it was replaced, or "
                         "someone else answers");
    return Words::tr("the certificate is not trusted: %1").arg(problem);
}

QByteArray fingerprintOf(const QSslCertificate &certificate)
{
    return certificate.isNull() ? QByteArray() : certificate.digest(QCryptographicHash::Sha256);
}

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

QByteArray parseFingerprint(const QString &text)
{
    QByteArray digits = text.trimmed().toLatin1();
    digits.removeIf([](char c) { return c == ':'; });
    const QByteArray bytes = QByteArray::fromHex(digits);
    // fromHex() skips characters that are no digits.
    return bytes.size() == fingerprintBytes && bytes.toHex() == digits.toLower() ? bytes
                                                                                 : QByteArray();
}

} // namespace ui
