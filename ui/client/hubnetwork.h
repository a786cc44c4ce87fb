// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace ui {

/// The network with a token for one hub: requests to its origin carry the token, others never do.
class HubNetwork : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubNetwork)

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    /// For requests begun from now on; an empty token = none.
    void setToken(const QUrl &hub, const QByteArray &token);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    QUrl m_hub;
    QByteArray m_token;
};

/// The token that a file holds, white space around it apart; an Error names the file and what is
/// wrong with it, never what it holds. At most 8 KiB.
hub::Result<QByteArray> readTokenFile(const QString &name);

/// From now on this process trusts the certificates of this PEM file besides the system's.
hub::Result<void> trustAuthorities(const QString &name);

} // namespace ui
