// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/response.h"

#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <string_view>
#include <utility>

namespace hub {

namespace {

// RFC 9110 section 15, RFC 6585 and RFC 4918.
constexpr std::pair<int, std::string_view> reasonPhrases[] = {
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {207, "Multi-Status"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
};

} // namespace

Response Response::json(int status, QByteArray body)
{
    body += '\n'; // for readers at a terminal
    return text(status, QByteArrayLiteral("application/json"), std::move(body));
}

Response Response::text(int status, QByteArray contentType, QByteArray body)
{
    Response response;
    response.status = status;
    response.contentType = std::move(contentType);
    response.body = std::move(body);
    return response;
}

Response Response::empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response Response::problem(int status, const Error &error)
{
    const QJsonObject object{
        {QStringLiteral("type"), QStringLiteral("about:blank")},
        {QStringLiteral("title"), QString::fromLatin1(reasonPhrase(status))},
        {QStringLiteral("status"), status},
        {QStringLiteral("detail"), error.message},
        {QStringLiteral("code"), fromUtf8(error.code)},
    };
    return text(status, QByteArrayLiteral("application/problem+json"),
                QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Response &&Response::with(QByteArray name, QByteArray value) &&
{
    headers.append({std::move(name), std::move(value)});
    return std::move(*this);
}

Response busyResponse()
{
    return Response::problem(503, {errorcode::busy,
                                   QStringLiteral("a memory limit of the hub is reached, for you "
                                                  "or for all callers; try again in 1 s")})
        .with(QByteArrayLiteral("Retry-After"), QByteArrayLiteral("1"));
}

QByteArray reasonPhrase(int status)
{
    for (const auto &[known, phrase] : reasonPhrases) {
        if (known == status)
            return QByteArray::fromRawData(phrase.data(), qsizetype(phrase.size()));
    }
    return QByteArrayLiteral("Unknown");
}

} // namespace hub
