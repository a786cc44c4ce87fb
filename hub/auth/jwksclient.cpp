// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwksclient.h"

#include "hub/auth/authlog.h"
#include "hub/auth/jwk.h"
#include "hub/base/clock.h"

#include <QHostAddress>
#include <QNetworkReply>

#include <utility>

namespace hub {

namespace {
bool isLoopback(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0
           || QHostAddress(host).isLoopback();
}

Error badUrl(const QString &why)
{
    return {QByteArrayLiteral("bad_url"), why};
}

QNetworkRequest requestFor(const QUrl &url, const QSslConfiguration &tls)
{
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    // Never follow a redirect to an address that was not configured.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Accept", "application/jwk-set+json, application/json");
    request.setRawHeader("Accept-Encoding",
                         "identity"); // decompression would pass mostBytes
    return request;
}
} // namespace

JwksClient::JwksClient(const QUrl &url, const QList<QSslCertificate> &authorities,
                       const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_tls(QSslConfiguration::defaultConfiguration())
    , m_clock(clock)
    , m_deadline(*clock)
{
    if (!authorities.isEmpty())
        m_tls.setCaCertificates(authorities);
    connect(&m_deadline, &ClockTimer::timedOut, this, [this] {
        if (m_reply)
            m_reply->abort();
    });
}

JwksClient::~JwksClient()
{
    if (m_reply)
        m_reply->disconnect(this);
}

Result<void> JwksClient::checkUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return badUrl(QStringLiteral("must be an absolute URL"));
    if (!url.userInfo().isEmpty())
        return badUrl(QStringLiteral("must not contain a user name or password"));
    if (url.scheme() == QLatin1String("https")
        || (url.scheme() == QLatin1String("http") && isLoopback(url.host())))
        return {};
    return badUrl(QStringLiteral("must be https; http only to a loopback address"));
}

bool JwksClient::isStale() const
{
    return !m_loadedMs || m_clock->steadyMs() - *m_loadedMs >= mostAge.count();
}

bool JwksClient::fetch()
{
    if (m_reply)
        return true;
    const qint64 nowMs = m_clock->steadyMs();
    if (m_begunMs && nowMs - *m_begunMs < leastInterval.count())
        return false;
    m_begunMs = nowMs;
    m_reply = m_network.get(requestFor(m_url, m_tls));
    m_distrust.clear();
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_distrust = errors.first().errorString(); // not ignored, so the fetch fails
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &JwksClient::handleReadyRead);
    // Queued, because a request that cannot start may finish at once.
    connect(m_reply, &QNetworkReply::finished, this, &JwksClient::handleReply,
            Qt::QueuedConnection);
    m_deadline.start(deadline);
    return true;
}

void JwksClient::handleReadyRead()
{
    if (m_reply && m_reply->bytesAvailable() > mostBytes)
        m_reply->abort();
}

Result<KeySet> JwksClient::keysOf(QNetworkReply &reply) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() == QNetworkReply::OperationCanceledError)
        return badUrl(QStringLiteral("took longer than %1 s or was larger than %2 KiB")
                          .arg(deadline.count())
                          .arg(mostBytes / 1024));
    if (!m_distrust.isEmpty())
        return badUrl(QStringLiteral("its certificate is not trusted: %1").arg(m_distrust));
    if (status == 0)
        return badUrl(reply.errorString());
    if (status != 200)
        return badUrl(QStringLiteral("answered with status %1").arg(status));
    if (reply.error() != QNetworkReply::NoError)
        return badUrl(reply.errorString());
    return parseJwks(reply.readAll(), JwkOrigin::Network);
}

void JwksClient::handleReply()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    m_deadline.stop();
    auto keys = keysOf(*reply);
    reply->deleteLater();
    const QString address = m_url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (keys) {
        qCInfo(lcAuth, "fetched %lld keys from %ls", qlonglong(keys->size()),
               qUtf16Printable(address));
        m_keys = std::move(*keys);
        m_loadedMs = m_clock->steadyMs();
    } else {
        qCWarning(lcAuth, "cannot fetch keys from %ls: %ls; the %lld earlier keys stay in use",
                  qUtf16Printable(address), qUtf16Printable(keys.error().message),
                  qlonglong(m_keys.size()));
    }
    emit finished(keys.ok());
}

} // namespace hub
