// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace ui {

/// The request that a stream sends on every connection.
struct StreamTarget
{
    QUrl url;
    QByteArray method = QByteArrayLiteral("GET");
    QList<std::pair<QByteArray, QByteArray>> headers =
        {}; ///< Sent unchanged; they replace headers that the client sets itself.
    QByteArray body = {};
};

/// How one connection of a stream ended.
enum class StreamEnd {
    Clean, ///< The body ended without an error.
    Untrusted, ///< The certificate is not trusted. Nothing was sent.
    Unreachable, ///< No connection, no TLS, or closed before an answer came.
    NoAnswer, ///< No response headers within the connect timeout.
    Silent, ///< A stream that sent no byte within the watchdog's time.
    HeartbeatLost, ///< A stream that sent bytes, then none within the watchdog's time.
    Broken, ///< The connection broke while streaming.
    BadStatus, ///< Any status except 200 and redirects.
    NotAStream, ///< 200, but not `text/event-stream`.
    /// A redirect without a usable address, from https to http, or one too many.
    BadRedirect,
    TooLarge, ///< An event or an id is longer than the parser allows.
};

} // namespace ui
