// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/embeddedsettings.h"

#include <QByteArray>
#include <QList>
#include <QNetworkRequest>
#include <QPair>
#include <QUrl>

namespace app {

/// An example webhook for a source of the embedded hub, with the body and the signature that its
/// scheme asks for. Pure.
class SampleWebhook
{
public:
    /// `hub` is the address of the hub.
    SampleWebhook(const QUrl &hub, const ui::WebhookSource &source);

    /// Returns the address that senders use, without a signature.
    QUrl url() const { return m_url; }
    const QByteArray &body() const { return m_body; }
    /// Returns the request for body(), signed at this time (ms since 1970 UTC) if the source is
    /// signed. `id` makes it a webhook of its own, so that it is no repeat of an earlier one.
    QNetworkRequest request(const QByteArray &secret, const QByteArray &id, qint64 nowMs) const;
    /// Returns commands for a POSIX shell that send the webhook with curl. They have no secret:
    /// they read it from the environment variable `WEBHOOK_SECRET`, and openssl signs. Looks only
    /// at the form of `secret`.
    QString commands(const QByteArray &secret) const;

private:
    enum class Signature { None, Bearer, Github, Gitlab, Standard, Stripe, Runpod };
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    Signature signatureFor(const QByteArray &secret) const;
    static QString signedHeader(Signature signature);

    QUrl m_url;
    QByteArray m_source;
    QByteArray m_body;
    Headers m_headers;
    Signature m_signature = Signature::None;
};

} // namespace app
