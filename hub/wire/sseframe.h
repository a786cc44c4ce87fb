// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace hub {

/// One block of an event stream (WHATWG HTML, "Server-sent events") before encoding.
struct SseFrame
{
    QByteArray id; ///< Empty = no `id` line.
    QByteArray event; ///< Empty = no `event` line.
    QByteArray data; ///< Any text; CR, LF and CRLF each start a new `data` line.
    std::optional<std::chrono::milliseconds> retry; ///< A negative value is sent as 0.
};

/// Returns whether `text` may be an `id` or `event` field: it has no CR, LF or NUL (CWE-93).
bool isFieldSafe(QByteArrayView text);

/// Returns the bytes of one frame with its blank line at the end. Returns nullopt when
/// isFieldSafe() is false for `id` or `event`. A frame without data gets no `data` line: it
/// dispatches no event, but still sets the id and the retry time.
std::optional<QByteArray> encode(const SseFrame &frame);

} // namespace hub
