// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/webhooksigner.h"

#include <QMessageAuthenticationCode>

namespace ui {

namespace {

QByteArray keyOf(const QByteArray &secret)
{
    const QByteArray prefix = "whsec_";
    return secret.startsWith(prefix) ? QByteArray::fromBase64(secret.mid(prefix.size())) : secret;
}

} // namespace

QList<std::pair<QByteArray, QByteArray>> signedHeaders(const QByteArray &secret,
                                                       const QByteArray &id, qint64 seconds,
                                                       const QByteArray &body)
{
    const QByteArray time = QByteArray::number(seconds);
    const QByteArray mac = QMessageAuthenticationCode::hash(
        id + '.' + time + '.' + body, keyOf(secret), QCryptographicHash::Sha256);
    return {{"webhook-id", id},
            {"webhook-timestamp", time},
            {"webhook-signature", "v1," + mac.toBase64()}};
}

} // namespace ui
