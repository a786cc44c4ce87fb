// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/response.h"

namespace hub {

/// How an answer goes out on its connection.
struct AnswerTraits
{
    bool headOnly = false; ///< The request was a HEAD: no body, but the length it would have.
    bool keepAlive = true;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Added to every answer (CORS).
};

/// The whole answer as it goes on the wire. Headers that are not field-safe are left out and
/// logged.
QByteArray responseBytes(const Response &response, const AnswerTraits &traits);

/// An answer in the parts that it is written in.
struct AnswerParts
{
    QByteArray head; ///< Also the body, when it is short.
    QByteArray body; ///< Shared with the Response, not copied.
};
AnswerParts responseParts(const Response &response, const AnswerTraits &traits);

/// Head of an event stream: 200, never cached, never buffered, ended by closing.
QByteArray streamHeadBytes(const QList<std::pair<QByteArray, QByteArray>> &headers,
                           const AnswerTraits &traits);

/// An IMF-fixdate (RFC 9110 §5.6.7), whatever the locale.
QByteArray httpDate(qint64 wallMs);

} // namespace hub
