// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace ui {

/// A network access manager with a bearer token for one hub. Only requests to the hub's origin
/// carry the token; redirects to another origin are refused then.
class HubNetwork : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubNetwork)

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    /// Sets the token for later requests; empty = none.
    void setToken(const QUrl &hub, const QByteArray &token);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    QUrl m_hub;
    QByteArray m_token;
};

/// Returns the token in a file, without surrounding white space. A token has at most 8 KiB. The
/// error `bad_token_file` names the file and the reason, never the content.
hub::Result<QByteArray> readTokenFile(const QString &name);

/// Makes this process trust the certificates of a PEM file in addition to the system's. Affects
/// later connections. The error is `bad_ca_file`.
hub::Result<void> trustAuthorities(const QString &name);

} // namespace ui
