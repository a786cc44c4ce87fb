// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "ui/client/certificate.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

namespace ui {

/// A network access manager with a bearer token and a pinned certificate for one hub. Only requests
/// to the hub's origin carry the token and meet the pin. Redirects to another origin are refused
/// then.
class HubNetwork : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubNetwork)

public:
    explicit HubNetwork(QObject *parent = nullptr);

    /// Sets the token for later requests; empty, or not a token, = none.
    void setToken(const QUrl &hub, const QByteArray &token);
    /// Sets the SHA-256 fingerprint of the only certificate that later requests to this hub accept;
    /// empty = the certificates that this system trusts. Closes idle connections.
    void setPin(const QUrl &hub, const QByteArray &fingerprint);

signals:
    /// The hub presented a certificate that is not trusted. The request fails, and nothing was
    /// sent. networkReason() gives the reason.
    void certificateRefused(const ui::Certificate &certificate);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    void handleSslErrors(QNetworkReply *reply, const QList<QSslError> &errors);

    QUrl m_hub;
    QByteArray m_token;
    QUrl m_pinnedHub;
    QByteArray m_pin;
};

/// Returns whether `text` has only the characters of a bearer token (RFC 6750 section 2.1) and at
/// most 8 KiB. None of them can end the header field.
bool isToken(const QByteArray &text);

/// Returns the token in a file, without surrounding white space. A token has at most 8 KiB. The
/// error `bad_token_file` names the file and the reason, never the content.
hub::Result<QByteArray> readTokenFile(const QString &name);

/// Returns `configuration` without authorities. Every certificate then has an error, so that the
/// handler of the errors sees and judges each one.
QSslConfiguration trustingNobody(QSslConfiguration configuration);

/// Makes this process trust the certificates of a PEM file in addition to the system's. Affects
/// later connections. The error is `bad_ca_file`.
hub::Result<void> trustAuthorities(const QString &name);

} // namespace ui
