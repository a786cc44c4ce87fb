// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/response.h"

namespace hub {

class Clock;

/// Properties of an answer that depend on its request and connection.
struct AnswerTraits
{
    bool headOnly = false; ///< The request was a HEAD: the answer has a Content-Length but no body.
    bool keepAlive = true;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Added to every answer (CORS).
};

/// Returns the whole answer as it is sent, with the time of `clock` as its date. Leaves out each
/// header whose name is not a token or whose value has a control byte, and logs a warning.
QByteArray responseBytes(const Response &response, const AnswerTraits &traits, const Clock &clock);

/// An answer in two parts, so that a long body need not be copied.
struct AnswerParts
{
    QByteArray head; ///< Contains the body, too, when that has at most 16 KiB.
    QByteArray body; ///< A longer body; shared with the Response, not copied.
};
/// Returns the same bytes as responseBytes() in parts.
AnswerParts responseParts(const Response &response, const AnswerTraits &traits, const Clock &clock);

/// Returns the head of an event stream: status 200, no caching, no buffering by proxies. The time
/// of `clock` is its date. The end of the connection ends the stream.
QByteArray streamHeadBytes(const QList<std::pair<QByteArray, QByteArray>> &headers,
                           const AnswerTraits &traits, const Clock &clock);

/// Returns the time as an IMF-fixdate (RFC 9110 §5.6.7), in every locale. `wallMs` counts
/// milliseconds since 1970 UTC.
QByteArray httpDate(qint64 wallMs);

} // namespace hub
