// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QUrl>

namespace ui {

/// Sends a hub's token with every request to that hub, and with no other; redirects away from it
/// are not followed then.
class HubNetwork final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubNetwork)

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    /// `token` empty = none.
    void setToken(const QUrl &hub, const QByteArray &token);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    QUrl m_hub;
    QByteArray m_token;
};

} // namespace ui
