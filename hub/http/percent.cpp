// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/percent.h"

#include "hub/http/fieldsyntax.h"

namespace hub {

namespace {

/// Returns the byte that `%XX` at `position` stands for, or -1 when the digits are not valid.
int escapedByte(QByteArrayView text, qsizetype position)
{
    if (position + 2 >= text.size())
        return -1;
    const int high = hexValue(text[position + 1]);
    const int low = hexValue(text[position + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView text)
{
    if (!text.contains('%'))
        return text.toByteArray();
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out.append(text[i]);
            continue;
        }
        const int byte = escapedByte(text, i);
        if (byte < 0)
            return std::nullopt;
        out.append(static_cast<char>(byte));
        i += 2;
    }
    return out;
}

QByteArray formDecoded(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int byte = text[i] == '%' ? escapedByte(text, i) : -1;
        if (byte >= 0) {
            out.append(static_cast<char>(byte));
            i += 2;
        } else {
            out.append(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

} // namespace hub
