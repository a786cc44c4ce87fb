// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace hub {

/// ASCII only, whatever the locale.
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Of a hexadecimal digit; -1 when it is none.
constexpr int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// A control byte that no line of a head may hold (RFC 9110 §5.5); a tab is judged by the context.
constexpr bool isForbiddenControl(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

/// RFC 9110 §5.6.2: what methods and field names are made of.
bool isToken(QByteArrayView text);

/// Whether the text may go out as a field value: no CR, LF or other control byte that could start a
/// new line.
bool isFieldValue(QByteArrayView text);

/// Without spaces and tabs at either end.
QByteArrayView withoutOuterSpace(QByteArrayView text);

/// Whether an `Accept-Encoding` (RFC 9110 §12.5.3) asks for gzip: by name, or by `*`, with a weight
/// that is not zero.
bool acceptsGzip(QByteArrayView acceptEncoding);

/// The members of a comma-separated list, in lower case, empty ones dropped.
QByteArrayList listMembers(QByteArrayView value);

} // namespace hub
