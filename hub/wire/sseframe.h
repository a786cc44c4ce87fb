// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// One block of an event stream (WHATWG HTML, "Server-sent events"), ready to be encoded.
struct SseFrame
{
    QByteArray id; ///< Empty = no `id` line.
    QByteArray event; ///< Empty = no `event` line.
    QByteArray data; ///< Any text; CR, LF and CRLF each start a new `data` line.
    std::optional<int> retryMs;
};

/// True when `text` may stand in an `id` or `event` line: no CR, LF or NUL (CWE-93).
bool isFieldSafe(QByteArrayView text);

/// The bytes of one frame with its closing blank line; nullopt when id or event is not field-safe.
/// A frame without data gets no `data` line: it dispatches nothing but still sets id and retry.
std::optional<QByteArray> encode(const SseFrame &frame);

/// `: text` and a blank line; line breaks in `text` become further comment lines.
QByteArray encodeComment(QByteArrayView text);

} // namespace hub
