// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/rejection.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace hub {

/// The request line and headers of a request (RFC 9112). Parsing is stricter than the RFC where
/// leniency would allow request smuggling.
struct RequestHead
{
    QByteArray method;
    QByteArray path; ///< As sent, without the query. Starts with `/`, or is `*`.
    QByteArray query; ///< As sent, without the `?`.
    /// The authority of a target in absolute form. It replaces the `Host` header (RFC 9112 §3.2.2).
    QByteArray authority;
    int minorVersion = 1; ///< Of HTTP/1.x.
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case, values trimmed.

    qint64 contentLength = 0;
    bool chunked = false;
    bool keepAlive = true;
    bool expectContinue = false;
};

/// Reads one line, without its CRLF, into `head`. Returns a rejection when the line is malformed.
std::optional<Rejection> readRequestLine(QByteArrayView line, RequestHead &head);
std::optional<Rejection> readFieldLine(QByteArrayView line, RequestHead &head);

/// Checks the complete head: `Host`, framing, `Expect`. Fills the members below `headers`.
std::optional<Rejection> finishHead(RequestHead &head);

} // namespace hub
