// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/httprequest.h"

#include "hub/base/utf8.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QRandomGenerator>

namespace ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Network)
};

constexpr const char *reasonProperty = "heliographReason";

} // namespace

QNetworkRequest httpRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("User-Agent", "Heliograph/" HELIOGRAPH_VERSION);
    return request;
}

const QByteArray &clientInstance()
{
    static const QByteArray name =
        "heliograph-"
        + QByteArray::number(QRandomGenerator::system()->generate64(), 36).rightJustified(13, '0');
    return name;
}

bool isHttpUrl(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty()
           && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

QUrl hubUrl(const QUrl &hub, const QByteArray &path, const QByteArray &query)
{
    QUrl url = hub;
    QString base = hub.path(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    url.setPath(base + QString::fromLatin1(path), QUrl::TolerantMode);
    url.setQuery(query.isEmpty() ? QString() : hub::fromUtf8(query), QUrl::TolerantMode);
    url.setFragment({});
    return url;
}

QString networkReason(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError: return Words::tr("connection refused");
    case QNetworkReply::RemoteHostClosedError: return Words::tr("connection closed");
    case QNetworkReply::HostNotFoundError: return Words::tr("host not found");
    case QNetworkReply::TimeoutError: return Words::tr("connection timed out");
    case QNetworkReply::OperationCanceledError: return Words::tr("no answer in time");
    case QNetworkReply::SslHandshakeFailedError:
        return isUntrusted(reply) ? reply.property(reasonProperty).toString()
                                  : Words::tr("TLS handshake failed");
    case QNetworkReply::ProtocolUnknownError: return Words::tr("not an http or https address");
    default: return reply.errorString();
    }
}

LinkCause networkCause(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError: return LinkCause::Refused;
    case QNetworkReply::HostNotFoundError: return LinkCause::HostNotFound;
    case QNetworkReply::SslHandshakeFailedError:
        return isUntrusted(reply) ? LinkCause::Untrusted : LinkCause::Tls;
    default: return LinkCause::Unknown;
    }
}

void setNetworkReason(QNetworkReply *reply, const QString &reason)
{
    reply->setProperty(reasonProperty, reason);
}

bool isUntrusted(const QNetworkReply &reply)
{
    return reply.error() == QNetworkReply::SslHandshakeFailedError
           && reply.property(reasonProperty).isValid();
}

QString secondsText(std::chrono::milliseconds time)
{
    const double seconds = static_cast<double>(time.count()) / 1000;
    return QString::number(seconds, 'f', seconds < 1 ? 1 : 0);
}

} // namespace ui
