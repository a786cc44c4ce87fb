// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/responsebytes.h"

#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/http/fieldsyntax.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace hub {

namespace {

constexpr qsizetype mostCopied = 16 * 1024; ///< A longer body is a separate part; not copied.

/// Appends a header that the hub makes itself, without a check.
void appendOwn(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

void appendHeader(QByteArray &out, const QByteArray &name, const QByteArray &value)
{
    if (!isToken(name) || !isFieldValue(value)) {
        qCWarning(lcHttp) << "header omitted from an answer because its name or value is invalid:"
                          << name;
        return;
    }
    appendOwn(out, name, value);
}

void appendHeaders(QByteArray &out, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    for (const auto &[name, value] : headers)
        appendHeader(out, name, value);
}

/// Returns the current date. It is formatted once a second, because formatting it is the most
/// expensive part of a small answer.
QByteArray currentDate(const Clock &clock)
{
    static thread_local qint64 second = -1;
    static thread_local QByteArray text;
    const qint64 nowMs = clock.wallMs();
    if (nowMs / 1000 != second) {
        second = nowMs / 1000;
        text = httpDate(nowMs);
    }
    return text;
}

QByteArray startOfHead(int status, qsizetype bodySize, const Clock &clock)
{
    constexpr qsizetype usualHead = 512;
    QByteArray out;
    out.reserve(usualHead + bodySize);
    out += "HTTP/1.1 ";
    out += QByteArray::number(status);
    out += ' ';
    out += reasonPhrase(status);
    out += "\r\n";
    appendOwn(out, "Date", currentDate(clock));
    return out;
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

/// Reserves `room` further bytes for text that the caller appends.
QByteArray responseHead(const Response &response, const AnswerTraits &traits, qsizetype room,
                        const Clock &clock)
{
    QByteArray out = startOfHead(response.status, room, clock);
    if (mayHaveBody(response.status)) {
        if (!response.contentType.isEmpty())
            appendHeader(out, QByteArrayLiteral("Content-Type"), response.contentType);
        appendOwn(out, "Content-Length", QByteArray::number(response.body.size()));
    }
    appendOwn(out, "Connection", traits.keepAlive ? "keep-alive" : "close");
    appendHeaders(out, response.headers);
    appendHeaders(out, traits.headers);
    out += "\r\n";
    return out;
}

} // namespace

QByteArray responseBytes(const Response &response, const AnswerTraits &traits, const Clock &clock)
{
    const bool body = mayHaveBody(response.status) && !traits.headOnly;
    QByteArray out = responseHead(response, traits, body ? response.body.size() : 0, clock);
    if (body)
        out += response.body;
    return out;
}

AnswerParts responseParts(const Response &response, const AnswerTraits &traits, const Clock &clock)
{
    if (response.body.size() <= mostCopied || traits.headOnly || !mayHaveBody(response.status))
        return {responseBytes(response, traits, clock), {}};
    return {responseHead(response, traits, 0, clock), response.body};
}

QByteArray streamHeadBytes(const QList<std::pair<QByteArray, QByteArray>> &headers,
                           const AnswerTraits &traits, const Clock &clock)
{
    QByteArray out = startOfHead(200, 0, clock);
    out += "Content-Type: text/event-stream; charset=utf-8\r\n"
           "Cache-Control: no-cache, no-transform\r\n"
           "X-Accel-Buffering: no\r\n"
           "Connection: close\r\n";
    appendHeaders(out, headers);
    appendHeaders(out, traits.headers);
    out += "\r\n";
    return out;
}

QByteArray httpDate(qint64 wallMs)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(wallMs, QTimeZone::utc()),
                  QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toLatin1();
}

} // namespace hub
