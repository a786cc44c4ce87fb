// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/hubnetwork.h"

namespace ui {

namespace {

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace

void HubNetwork::setToken(const QUrl &hub, const QByteArray &token)
{
    m_hub = hub;
    m_token = token;
}

QNetworkReply *HubNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                         QIODevice *outgoing)
{
    if (m_token.isEmpty() || !isSameOrigin(m_hub, request.url()))
        return QNetworkAccessManager::createRequest(operation, request, outgoing);
    QNetworkRequest authorized(request);
    if (!authorized.hasRawHeader("Authorization"))
        authorized.setRawHeader("Authorization", "Bearer " + m_token);
    const auto policy = authorized.attribute(QNetworkRequest::RedirectPolicyAttribute);
    if (policy.toInt() != QNetworkRequest::ManualRedirectPolicy)
        authorized.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                                QNetworkRequest::SameOriginRedirectPolicy);
    return QNetworkAccessManager::createRequest(operation, authorized, outgoing);
}

} // namespace ui
