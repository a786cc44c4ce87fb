// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/rejection.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace hub {

/// The part of a request before its body, as RFC 9112 has it and stricter where leniency is how
/// requests are smuggled.
struct RequestHead
{
    QByteArray method;
    QByteArray path; ///< As sent, starts with `/` (or is `*`), without the query.
    QByteArray query; ///< As sent, without the `?`.
    QByteArray
        authority; ///< Of an absolute-form target; replaces the `Host` header (RFC 9112 §3.2.2).
    int minorVersion = 1; ///< Of HTTP/1.x.
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case, values trimmed.

    qint64 contentLength = 0;
    bool chunked = false;
    bool keepAlive = true;
    bool expectContinue = false;
};

/// Reads a line without its CRLF into the head, or says why the request is refused.
std::optional<Rejection> readRequestLine(QByteArrayView line, RequestHead &head);
std::optional<Rejection> readFieldLine(QByteArrayView line, RequestHead &head);

/// Checks what only the whole head can tell (Host, framing, Expect) and fills the members below
/// `headers`.
std::optional<Rejection> finishHead(RequestHead &head);

} // namespace hub
