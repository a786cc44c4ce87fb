// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace hub {

/// Returns whether `c` is an ASCII digit, in every locale.
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Returns the value of a hexadecimal digit, or -1 when `c` is none.
constexpr int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Returns whether `c` is a control byte that no line of a head may contain (RFC 9110 §5.5).
/// Returns false for a tab: callers decide where a tab is allowed.
constexpr bool isForbiddenControl(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

/// Returns whether the text is a token, the form of methods and field names (RFC 9110 §5.6.2).
bool isToken(QByteArrayView text);

/// Returns whether the text may be sent as a field value: it has no CR, LF or other control byte.
/// Without this check a value could add headers of its own.
bool isFieldValue(QByteArrayView text);

/// Returns the text without spaces and tabs at either end.
QByteArrayView withoutOuterSpace(QByteArrayView text);

/// Returns whether an `Accept-Encoding` (RFC 9110 §12.5.3) accepts gzip: by name, or by `*`, with a
/// weight above zero.
bool acceptsGzip(QByteArrayView acceptEncoding);

/// Returns the members of a comma-separated list in lower case, without empty ones.
QByteArrayList listMembers(QByteArrayView value);

} // namespace hub
