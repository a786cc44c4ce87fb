// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace hub {

/// An HTTP answer. `Date`, `Content-Length` and `Connection` are added when it is sent.
struct Response
{
    int status = 200;
    QByteArray contentType; ///< Empty = no body (204, 304).
    QByteArray body;
    /// Further headers. A header that is not field-safe is left out; see responseBytes().
    QList<std::pair<QByteArray, QByteArray>> headers;

    /// Ends the body with a line feed, for readers at a terminal.
    static Response json(int status, QByteArray body);
    static Response text(int status, QByteArray contentType, QByteArray body);
    static Response empty(int status);
    /// Returns an `application/problem+json` (RFC 9457) with the standard members and `code`.
    static Response problem(int status, const Error &error);

    /// Adds a header.
    Response &&with(QByteArray name, QByteArray value) &&;
};

/// Returns 503 `busy` with `Retry-After`: a budget of memory is used up.
Response busyResponse();

/// Returns the reason phrase of a status code (RFC 9110), or `Unknown`.
QByteArray reasonPhrase(int status);

} // namespace hub
