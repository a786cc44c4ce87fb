// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/hubnetwork.h"

#include <QFile>
#include <QSslConfiguration>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype mostTokenBytes = 8 * 1024; ///< A hub accepts no longer token.

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

/// Returns whether `text` has only characters of a bearer token (RFC 6750 section 2.1). None of
/// them can end the header field.
bool isTokenText(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || QByteArrayView("-._~+/=").contains(c);
    });
}

hub::Error unusable(const QString &name, const QString &why)
{
    return {"bad_token_file", QStringLiteral("%1: %2").arg(name, why)};
}

} // namespace

void HubNetwork::setToken(const QUrl &hub, const QByteArray &token)
{
    m_hub = hub;
    m_token = token;
}

QNetworkReply *HubNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                         QIODevice *body)
{
    if (m_token.isEmpty() || !sameOrigin(request.url(), m_hub)
        || request.hasRawHeader("Authorization"))
        return QNetworkAccessManager::createRequest(operation, request, body);
    QNetworkRequest authorized = request;
    authorized.setRawHeader("Authorization", "Bearer " + m_token);
    const QVariant policy = request.attribute(QNetworkRequest::RedirectPolicyAttribute);
    // Qt would send the header to another origin.
    if (policy != QVariant(QNetworkRequest::ManualRedirectPolicy))
        authorized.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                                QNetworkRequest::SameOriginRedirectPolicy);
    return QNetworkAccessManager::createRequest(operation, authorized, body);
}

hub::Result<QByteArray> readTokenFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(name, file.errorString());
    const QByteArray token = file.read(mostTokenBytes + 1).trimmed();
    if (token.size() > mostTokenBytes)
        return unusable(name, QStringLiteral("the token is longer than 8 KiB"));
    if (!isTokenText(token))
        return unusable(name, QStringLiteral("contains no token"));
    return token;
}

hub::Result<void> trustAuthorities(const QString &name)
{
    QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    if (!ssl.addCaCertificates(name))
        return hub::Error{"bad_ca_file", QStringLiteral("%1 contains no certificate").arg(name)};
    QSslConfiguration::setDefaultConfiguration(ssl); // requests use this configuration too
    return {};
}

} // namespace ui
