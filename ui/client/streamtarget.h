// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace ui {

/// What a stream asks for, on every connection again.
struct StreamTarget
{
    QUrl url;
    QByteArray method = QByteArrayLiteral("GET");
    QList<std::pair<QByteArray, QByteArray>> headers =
        {}; ///< Sent as they are, over our own of the same name.
    QByteArray body = {};
};

/// How one connection of a stream ended.
enum class StreamEnd {
    Clean, ///< The body ended in order.
    Unreachable, ///< No connection, no TLS, or closed before an answer.
    NoAnswer, ///< No response headers within the connect timeout.
    Silent, ///< A good answer, and then not one byte within the watchdog's time.
    HeartbeatLost, ///< Bytes came, then none within the watchdog's time.
    Broken, ///< The connection broke while streaming.
    BadStatus, ///< Any status but 200; `httpStatus` has it.
    NotAStream, ///< 200, but not `text/event-stream`.
    BadRedirect,
    TooLarge, ///< One event exceeded the parser's bound.
};

} // namespace ui
