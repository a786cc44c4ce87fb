// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/streamconnection.h"

#include "ui/client/httprequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>

namespace ui {

namespace {

constexpr int maxRedirects = 10;
/// Limit on the bytes that QNetworkAccessManager buffers while this thread is busy. Beyond it the
/// socket is not read, and TCP flow control slows the server.
constexpr qint64 readBufferBytes = 1024 * 1024;
constexpr std::chrono::seconds drainTime{2};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isEventStream(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower() == "text/event-stream";
}

bool keepsSafety(const QUrl &from, const QUrl &to)
{
    return isHttpUrl(to)
           && !(from.scheme() == QLatin1String("https") && to.scheme() != from.scheme());
}

QString faultText(hub::SseParser::Fault fault)
{
    using hub::SseParser;
    return fault == SseParser::Fault::IdTooLong
               ? StreamConnection::tr("the hub sent an event id of more than %1 bytes")
                     .arg(SseParser::maxIdBytes)
               : StreamConnection::tr("the hub sent an event of more than %1 MiB")
                     .arg(SseParser::defaultMaxEventBytes / (1024 * 1024));
}

/// Lets an answer that is not a stream end by itself, for at most `drainTime`. An abort while the
/// error is pending makes QNetworkAccessManager print a warning. A completed connection can also be
/// reused. The limit is real time, because the reply may outlive the clock of its connection.
void letFinish(QNetworkReply *reply)
{
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    QTimer::singleShot(drainTime, reply, &QNetworkReply::abort);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

} // namespace

StreamConnection::StreamConnection(QNetworkAccessManager *network, const StreamTarget &target,
                                   const QByteArray &lastEventId, const StreamTimings &timings,
                                   const hub::Clock &clock)
    : QObject(network)
    , m_network(network)
    , m_target(target)
    , m_lastEventId(lastEventId)
    , m_timings(timings)
    , m_parser(handlers())
    , m_timer(clock)
{
    m_parser.setLastEventId(lastEventId);
    connect(&m_timer, &hub::ClockTimer::timedOut, this, &StreamConnection::handleTimeout);
}

StreamConnection::~StreamConnection()
{
    close();
}

hub::SseParser::Handlers StreamConnection::handlers()
{
    // A handler may close this connection. The rest of the bytes must not be reported then.
    return {
        [this](const hub::SseEvent &event) {
            if (!m_closed)
                emit eventReceived(event);
        },
        [this](QByteArrayView text) {
            if (!m_closed)
                emit commentReceived(text.toByteArray());
        },
        [this](std::chrono::milliseconds retry) {
            if (!m_closed)
                emit retryReceived(retry);
        },
        [this](const QByteArray &id) {
            if (!m_closed)
                emit idReceived(id);
        },
    };
}

void StreamConnection::open()
{
    request(m_target.url);
}

void StreamConnection::request(const QUrl &url)
{
    QNetworkRequest request = httpRequest(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Cache-Control", "no-cache");
    // A compressor, such as a proxy's, could hold events back until its buffer is full.
    request.setRawHeader("Accept-Encoding", "identity");
    if (!m_lastEventId.isEmpty())
        request.setRawHeader("Last-Event-ID", m_lastEventId);
    for (const auto &[name, value] : m_target.headers)
        request.setRawHeader(name, value);

    m_reply = m_target.method == "GET" && m_target.body.isEmpty()
                  ? m_network->get(request)
                  : m_network->sendCustomRequest(request, m_target.method, m_target.body);
    m_reply->setReadBufferSize(readBufferBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &StreamConnection::handleHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &StreamConnection::handleReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &StreamConnection::handleFinished);
    m_timer.start(m_timings.connectTimeout);
}

void StreamConnection::close()
{
    m_closed = true;
    m_timer.stop();
    QNetworkReply *reply = m_reply;
    if (!reply)
        return;
    m_reply.clear();
    reply->disconnect(this);
    if (m_status != 0 && !m_streaming && !reply->isFinished())
        return letFinish(reply);
    reply->abort();
    reply->deleteLater();
}

void StreamConnection::handleHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_streaming || status < 200)
        return;
    m_status = status;
    m_retryAfter = std::chrono::seconds(std::max(0, m_reply->rawHeader("Retry-After").toInt()));
    if (isRedirect(status)) {
        if (!followRedirect())
            end(StreamEnd::BadRedirect, tr("HTTP %1 without a usable Location").arg(status));
        return;
    }
    if (status != 200) {
        m_cause = statusCause(status);
        return end(StreamEnd::BadStatus, statusReason(status));
    }
    if (!isEventStream(m_reply->rawHeader("Content-Type"))) {
        m_cause = LinkCause::NotAHub;
        return end(StreamEnd::NotAStream, tr("not an event stream: %1").arg(mediaType()));
    }
    m_streaming = true;
    watch();
    emit opened();
}

/// Returns the text for an HTTP status that is not 200. A hub answers its own 404 with
/// problem+json; any other 404 or 410 comes from something that is not a hub.
QString StreamConnection::statusReason(int status) const
{
    return isMissing(status) ? tr("no hub at this address: HTTP %1").arg(status)
                             : tr("HTTP %1").arg(status);
}

LinkCause StreamConnection::statusCause(int status) const
{
    if (status == 401)
        return LinkCause::Unauthorized;
    if (status == 403)
        return LinkCause::Forbidden;
    return isMissing(status) ? LinkCause::NotFound : LinkCause::Unknown;
}

bool StreamConnection::isMissing(int status) const
{
    const bool isGone = status == 404 || status == 410;
    return isGone && mediaType() != QLatin1String("application/problem+json");
}

/// Returns the media type that the server named, shortened for display.
QString StreamConnection::mediaType() const
{
    constexpr qsizetype most = 64;
    const QByteArray type = m_reply->rawHeader("Content-Type").split(';').first().trimmed();
    return type.isEmpty() ? tr("no media type") : QString::fromLatin1(type.left(most));
}

bool StreamConnection::followRedirect()
{
    const QByteArray location = m_reply->rawHeader("Location").trimmed();
    const QUrl from = m_reply->url();
    const QUrl to = from.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    if (location.isEmpty() || ++m_redirects > maxRedirects || !keepsSafety(from, to))
        return false;
    if (!sameOrigin(from, to)) {
        // Do not send credentials to another origin.
        m_target.headers.removeIf([](const auto &header) {
            const QByteArray name = header.first.toLower();
            return name == "authorization" || name == "cookie";
        });
    }
    // As in the Fetch standard: these statuses become a GET, 307 and 308 repeat the request.
    if (m_status == 303 || ((m_status == 301 || m_status == 302) && m_target.method == "POST")) {
        m_target.method = QByteArrayLiteral("GET");
        m_target.body.clear();
    }
    close();
    m_closed = false;
    m_status = 0;
    request(to);
    return true;
}

void StreamConnection::setWatchdog(std::chrono::milliseconds watchdog)
{
    m_timings.watchdog = watchdog;
    if (m_streaming && !m_closed)
        watch();
}

void StreamConnection::watch()
{
    if (m_timings.watchdog.count() > 0)
        m_timer.start(m_timings.watchdog);
    else
        m_timer.stop();
}

void StreamConnection::handleReadyRead()
{
    if (!m_streaming)
        return;
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty())
        return;
    m_gotByte = true;
    watch();
    emit bytesReceived();
    const bool fits = m_closed || m_parser.feed(bytes);
    if (!m_closed && !fits)
        end(StreamEnd::TooLarge, faultText(m_parser.fault()));
}

void StreamConnection::handleFinished()
{
    // A small answer can finish before its headers were announced.
    QNetworkReply *const reply = m_reply;
    handleHeaders();
    if (m_closed || m_reply != reply)
        return;
    handleReadyRead();
    if (m_closed)
        return;
    if (!m_streaming) {
        m_cause = networkCause(*m_reply);
        return end(isUntrusted(*m_reply) ? StreamEnd::Untrusted : StreamEnd::Unreachable,
                   networkReason(*m_reply));
    }
    if (m_reply->error() == QNetworkReply::NoError)
        return end(StreamEnd::Clean, tr("the stream ended"));
    end(StreamEnd::Broken, networkReason(*m_reply));
}

void StreamConnection::handleTimeout()
{
    if (!m_streaming)
        return end(StreamEnd::NoAnswer,
                   tr("no answer within %1 s").arg(secondsText(m_timings.connectTimeout)));
    end(m_gotByte ? StreamEnd::HeartbeatLost : StreamEnd::Silent,
        tr("no heartbeat for %1 s").arg(secondsText(m_timings.watchdog)));
}

void StreamConnection::end(StreamEnd end, const QString &reason)
{
    close();
    emit ended(end, reason);
}

} // namespace ui
