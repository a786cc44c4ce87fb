// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/sseframe.h"

#include <algorithm>

namespace hub {

namespace {
/// Moves the first line of `text` to `line`. CR, LF and CRLF end a line. Returns false when it was
/// the last line.
bool takeLine(QByteArrayView &text, QByteArrayView &line)
{
    const auto end =
        std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    const qsizetype size = end - text.begin();
    line = text.first(size);
    if (end == text.end())
        return false;
    const bool pair = text.sliced(size).startsWith("\r\n");
    text = text.sliced(size + (pair ? 2 : 1));
    return true;
}

void appendLine(QByteArray &out, QByteArrayView prefix, QByteArrayView text)
{
    const qsizetype at = out.size();
    out.resize(at + prefix.size() + text.size() + 1);
    char *end = std::copy(prefix.begin(), prefix.end(), out.data() + at);
    *std::copy(text.begin(), text.end(), end) = '\n';
}

void appendLines(QByteArray &out, QByteArrayView prefix, QByteArrayView text)
{
    if (!text.contains('\n') && !text.contains('\r')) // nearly all texts have one line
        return appendLine(out, prefix, text);
    QByteArrayView line;
    while (takeLine(text, line))
        appendLine(out, prefix, line);
    appendLine(out, prefix, line);
}
} // namespace

bool isFieldSafe(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

std::optional<QByteArray> encode(const SseFrame &frame)
{
    if (!isFieldSafe(frame.id) || !isFieldSafe(frame.event))
        return std::nullopt;
    QByteArray out;
    out.reserve(frame.id.size() + frame.event.size() + frame.data.size() + 64);
    if (!frame.id.isEmpty())
        appendLine(out, "id: ", frame.id);
    if (!frame.event.isEmpty())
        appendLine(out, "event: ", frame.event);
    if (frame.retry)
        appendLine(out, "retry: ", QByteArray::number(std::max<qint64>(0, frame.retry->count())));
    if (!frame.data.isEmpty())
        appendLines(out, "data: ", frame.data);
    out += '\n';
    return out;
}

} // namespace hub
