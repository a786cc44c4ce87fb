// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/signer.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>

namespace sim {

namespace {

QString sourceOf(const Step &step)
{
    return step.webhook ? step.path.section(QLatin1Char('/'), -1) : QString();
}

/// Returns the query that the hub would give RunPod for this job (resources/docs/webhooks.md).
QString callbackQuery(const QByteArray &secret, const QString &source, const QString &job)
{
    const QByteArray signedText = "runpod\n" + source.toUtf8() + '\n' + job.toUtf8();
    const QByteArray mac =
        QMessageAuthenticationCode::hash(signedText, secret, QCryptographicHash::Sha256);
    return QStringLiteral("attempt=%1&mac=%2").arg(job, QString::fromLatin1(mac.toHex()));
}

} // namespace

bool Signer::signsFor(const Step &step) const
{
    return m_secrets.contains(sourceOf(step));
}

void Signer::sign(QNetworkRequest &request, const Step &step, const QString &job) const
{
    if (!signsFor(step))
        return;
    const QString source = sourceOf(step);
    QByteArray secret = m_secrets.value(source);
    if (step.kind == Step::Kind::Forged)
        secret += "-forged";
    if (source == QLatin1String("runpod-completion")) {
        QUrl url = request.url();
        url.setQuery(callbackQuery(secret, source, job));
        request.setUrl(url);
    } else {
        request.setRawHeader("Authorization", "Bearer " + secret);
    }
}

} // namespace sim
