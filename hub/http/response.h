// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace hub {

/// A whole HTTP answer. `Date`, `Content-Length` and `Connection` are added when it is sent.
struct Response
{
    int status = 200;
    QByteArray contentType; ///< Empty = no body (204, 304).
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Further ones; values must be field-safe.

    static Response json(int status, QByteArray body);
    static Response text(int status, QByteArray contentType, QByteArray body);
    static Response empty(int status);
    /// `application/problem+json` (RFC 9457) with our `code` beside the standard members.
    static Response problem(int status, const Error &error);

    Response &&with(QByteArray name, QByteArray value) &&;
};

/// 503 `busy` with `Retry-After`: a budget of memory is used up.
Response busyResponse();

/// Reason phrase of a status code (RFC 9110).
QByteArray reasonPhrase(int status);

} // namespace hub
