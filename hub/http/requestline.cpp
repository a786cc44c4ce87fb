// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/authority.h"
#include "hub/http/fieldsyntax.h"
#include "hub/http/percent.h"
#include "hub/http/requesthead.h"

#include <algorithm>

namespace hub {

namespace {

Rejection badRequest(const char *why)
{
    return {400, {QByteArrayLiteral("bad_request"), QString::fromLatin1(why)}};
}

std::optional<Rejection> readVersion(QByteArrayView version, RequestHead &head)
{
    const bool wellFormed = version.size() == 8 && version.startsWith("HTTP/") && version[6] == '.'
                            && isDigit(version[5]) && isDigit(version[7]);
    if (!wellFormed)
        return badRequest("The request line does not end in an HTTP version.");
    if (version[5] != '1' || version[7] > '1')
        return Rejection{505,
                         {QByteArrayLiteral("http_version"),
                          QStringLiteral("This server speaks HTTP/1.1 and HTTP/1.0.")}};
    head.minorVersion = version[7] - '0';
    return std::nullopt;
}

std::optional<Rejection> readPathAndQuery(QByteArrayView target, RequestHead &head)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView path = mark < 0 ? target : target.first(mark);
    const std::optional<QByteArray> decoded = percentDecoded(path);
    if (!decoded)
        return badRequest("The path has a % that starts no escape.");
    const QByteArray query = mark < 0 ? QByteArray() : target.sliced(mark + 1).toByteArray();
    if (decoded->contains('\0') || query.contains("%00"))
        return badRequest("The target has an escaped NUL.");
    head.path = path.toByteArray();
    head.query = query;
    return std::nullopt;
}

/// Reads a target in absolute form: the authority goes into the head, then the path is read.
std::optional<Rejection> readAbsoluteTarget(QByteArrayView afterScheme, RequestHead &head)
{
    const auto end = std::find_if(afterScheme.begin(), afterScheme.end(),
                                  [](char c) { return c == '/' || c == '?'; });
    const qsizetype length = end - afterScheme.begin();
    head.authority = afterScheme.first(length).toByteArray();
    if (!parseAuthority(head.authority))
        return badRequest("The host in the target is malformed.");
    const QByteArray rest = afterScheme.sliced(length).toByteArray();
    return readPathAndQuery(rest.startsWith('/') ? rest : '/' + rest, head);
}

std::optional<Rejection> readTarget(QByteArrayView target, RequestHead &head)
{
    const auto allowed = [](char c) { return c > 0x20 && c < 0x7f && c != '#'; };
    if (!std::all_of(target.begin(), target.end(), allowed))
        return badRequest("The target has a byte that must be percent-encoded.");
    if (target.startsWith('/'))
        return readPathAndQuery(target, head);
    if (target == "*" && head.method == "OPTIONS") {
        head.path = QByteArrayLiteral("*");
        return std::nullopt;
    }
    constexpr QByteArrayView scheme = "http://";
    if (target.size() > scheme.size()
        && target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0)
        return readAbsoluteTarget(target.sliced(scheme.size()), head);
    return badRequest("The target is neither a path nor an http URL.");
}

} // namespace

std::optional<Rejection> readRequestLine(QByteArrayView line, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || last == first)
        return badRequest("The request line is not a method, a target and a version.");
    head.method = line.first(first).toByteArray();
    if (!isToken(head.method))
        return badRequest("The method is not a token.");
    if (const auto rejection = readVersion(line.sliced(last + 1), head))
        return rejection;
    return readTarget(line.sliced(first + 1, last - first - 1), head);
}

} // namespace hub
