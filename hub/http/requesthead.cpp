// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/requesthead.h"

#include "hub/base/errorcode.h"
#include "hub/http/authority.h"
#include "hub/http/fieldsyntax.h"

#include <algorithm>

namespace hub {

namespace {

/// A number of 18 digits fits a qint64 and is above every limit.
constexpr qsizetype mostLengthDigits = 18;

QByteArrayList valuesOf(const RequestHead &head, QByteArrayView name)
{
    QByteArrayList values;
    for (const auto &[key, value] : head.headers) {
        if (key == name)
            values.append(value);
    }
    return values;
}

std::optional<Rejection> checkHost(RequestHead &head)
{
    const QByteArrayList hosts = valuesOf(head, "host");
    const auto refuse = [](const char *why) {
        return Rejection{400, {errorcode::badHost, QString::fromLatin1(why)}};
    };
    if (hosts.size() > 1)
        return refuse("The request has more than one Host.");
    if (hosts.isEmpty() && head.minorVersion == 1)
        return refuse("The request has no Host.");
    if (!hosts.isEmpty() && !parseAuthority(hosts.front()))
        return refuse("The Host is malformed.");
    if (head.authority.isEmpty())
        return std::nullopt;
    head.headers.removeIf([](const auto &field) { return field.first == "host"; });
    head.headers.append({QByteArrayLiteral("host"), head.authority});
    return std::nullopt;
}

Rejection badLength(int status, const char *why)
{
    return {status, {QByteArrayLiteral("bad_length"), QString::fromLatin1(why)}};
}

/// Checks the length of the body (RFC 9112 §6.1 and §6.3). Also refuses equal repeated lengths,
/// which the RFC would allow: they are a sign of request smuggling.
std::optional<Rejection> checkFraming(RequestHead &head)
{
    const QByteArrayList lengths = valuesOf(head, "content-length");
    const QByteArrayList codings = valuesOf(head, "transfer-encoding");
    if (!codings.isEmpty()) {
        if (!lengths.isEmpty())
            return badLength(400, "Content-Length and Transfer-Encoding exclude each other.");
        if (head.minorVersion == 0)
            return badLength(400, "HTTP/1.0 has no Transfer-Encoding.");
        if (codings.size() > 1 || codings.front().compare("chunked", Qt::CaseInsensitive) != 0)
            return badLength(501, "The only supported Transfer-Encoding is chunked.");
        head.chunked = true;
        return std::nullopt;
    }
    if (lengths.isEmpty())
        return std::nullopt;
    const QByteArray &length = lengths.front();
    const bool digits = !length.isEmpty() && std::all_of(length.cbegin(), length.cend(), isDigit);
    if (lengths.size() > 1 || !digits)
        return badLength(400, "Content-Length must be one decimal number.");
    // A longer number is not malformed: it becomes the largest length, which the body limit
    // refuses.
    head.contentLength =
        length.size() > mostLengthDigits ? std::numeric_limits<qint64>::max() : length.toLongLong();
    return std::nullopt;
}

void readConnection(RequestHead &head)
{
    head.keepAlive = head.minorVersion == 1;
    for (const QByteArray &value : valuesOf(head, "connection")) {
        const QByteArrayList options = listMembers(value);
        if (options.contains("close")) {
            head.keepAlive = false;
            return;
        }
        head.keepAlive |= options.contains("keep-alive");
    }
}

std::optional<Rejection> checkExpect(RequestHead &head)
{
    for (const QByteArray &value : valuesOf(head, "expect")) {
        if (value.compare("100-continue", Qt::CaseInsensitive) != 0)
            return Rejection{417,
                             {QByteArrayLiteral("expectation_failed"),
                              QStringLiteral("The only supported expectation is 100-continue.")}};
        head.expectContinue = head.minorVersion == 1; // ignored in HTTP/1.0: RFC 9110 §10.1.1
    }
    return std::nullopt;
}

} // namespace

std::optional<Rejection> readFieldLine(QByteArrayView line, RequestHead &head)
{
    const auto refuse = [](const char *why) {
        return Rejection{400, {QByteArrayLiteral("bad_request"), QString::fromLatin1(why)}};
    };
    if (line.startsWith(' ') || line.startsWith('\t'))
        return refuse("A header is folded over several lines.");
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return refuse("A header line has no colon.");
    if (!isToken(line.first(colon)))
        return refuse("A header name is not a token.");
    head.headers.append({line.first(colon).toByteArray().toLower(),
                         withoutOuterSpace(line.sliced(colon + 1)).toByteArray()});
    return std::nullopt;
}

std::optional<Rejection> finishHead(RequestHead &head)
{
    if (const auto rejection = checkHost(head))
        return rejection;
    if (const auto rejection = checkFraming(head))
        return rejection;
    readConnection(head);
    return checkExpect(head);
}

} // namespace hub
