// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/webhooksigner.h"

#include <QMessageAuthenticationCode>

namespace ui {

std::optional<QByteArray> signingKey(const QByteArray &secret)
{
    const QByteArray prefix = "whsec_";
    const QByteArray text = secret.startsWith(prefix) ? secret.mid(prefix.size()) : secret;
    auto key = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    // Be as strict as the hub: Qt's decoder accepts excess bits and wrong padding.
    if (!key || key.decoded.isEmpty() || key.decoded.toBase64() != text)
        return std::nullopt;
    return std::move(key.decoded);
}

QList<std::pair<QByteArray, QByteArray>> signedHeaders(const QByteArray &key, const QByteArray &id,
                                                       qint64 seconds, const QByteArray &body)
{
    const QByteArray time = QByteArray::number(seconds);
    const QByteArray mac = QMessageAuthenticationCode::hash(id + '.' + time + '.' + body, key,
                                                            QCryptographicHash::Sha256);
    return {{"webhook-id", id},
            {"webhook-timestamp", time},
            {"webhook-signature", "v1," + mac.toBase64()}};
}

} // namespace ui
