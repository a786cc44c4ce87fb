// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/hubnetwork.h"

#include "ui/client/httprequest.h"

#include <QFile>
#include <QNetworkReply>
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

hub::Error unusable(const QString &name, const QString &why)
{
    return {"bad_token_file", QStringLiteral("%1: %2").arg(name, why)};
}

} // namespace

HubNetwork::HubNetwork(QObject *parent) : QNetworkAccessManager(parent)
{
    connect(this, &QNetworkAccessManager::sslErrors, this, &HubNetwork::handleSslErrors);
}

void HubNetwork::setToken(const QUrl &hub, const QByteArray &token)
{
    m_hub = hub;
    m_token = isToken(token) ? token : QByteArray();
}

void HubNetwork::setPin(const QUrl &hub, const QByteArray &fingerprint)
{
    m_pinnedHub = hub;
    m_pin = fingerprint;
    clearConnectionCache(); // a connection that is open was checked by the former pin
}

/// Accepts a certificate only for its fingerprint. Qt waits for this before it sends anything.
void HubNetwork::handleSslErrors(QNetworkReply *reply, const QList<QSslError> &errors)
{
    const bool isPinned = !m_pin.isEmpty() && sameOrigin(reply->url(), m_pinnedHub);
    QSslCertificate shown = reply->sslConfiguration().peerCertificate();
    if (shown.isNull() && !errors.isEmpty())
        shown = errors.first().certificate();
    if (isPinned && fingerprintOf(shown) == m_pin)
        return reply->ignoreSslErrors(errors);
    const auto refused =
        Certificate::describe(reply->url(), shown, errors, isPinned ? m_pin : QByteArray());
    setNetworkReason(reply, refused.reason());
    if (sameOrigin(reply->url(), m_hub))
        emit certificateRefused(refused);
}

QNetworkReply *HubNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                         QIODevice *body)
{
    const bool authorizes = !m_token.isEmpty() && sameOrigin(request.url(), m_hub)
                            && !request.hasRawHeader("Authorization");
    const bool pins = !m_pin.isEmpty() && sameOrigin(request.url(), m_pinnedHub);
    if (!authorizes && !pins)
        return QNetworkAccessManager::createRequest(operation, request, body);
    QNetworkRequest own = request;
    if (authorizes)
        own.setRawHeader("Authorization", "Bearer " + m_token);
    if (pins)
        own.setSslConfiguration(trustingNobody(own.sslConfiguration()));
    const QVariant policy = request.attribute(QNetworkRequest::RedirectPolicyAttribute);
    // Qt would send the header, and use the TLS configuration, for another origin.
    if (policy != QVariant(QNetworkRequest::ManualRedirectPolicy))
        own.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::SameOriginRedirectPolicy);
    return QNetworkAccessManager::createRequest(operation, own, body);
}

bool isToken(const QByteArray &text)
{
    const bool fits = !text.isEmpty() && text.size() <= mostTokenBytes;
    return fits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                      || QByteArrayView("-._~+/=").contains(c);
           });
}

hub::Result<QByteArray> readTokenFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(name, file.errorString());
    const QByteArray token = file.read(mostTokenBytes + 1).trimmed();
    if (token.size() > mostTokenBytes)
        return unusable(name, QStringLiteral("the token is longer than 8 KiB"));
    if (!isToken(token))
        return unusable(name, QStringLiteral("contains no token"));
    return token;
}

QSslConfiguration trustingNobody(QSslConfiguration configuration)
{
    configuration.setCaCertificates({});
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
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
