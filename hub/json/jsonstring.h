// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstring>

namespace hub {

/// Returns whether the character must be escaped in a JSON string (RFC 8259 section 7).
inline bool isSpecialInJsonString(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// Returns the first such character, or `end`. Tests eight bytes at a time: `(word - n) & ~word`
/// has the high bit of a byte set if one of the bytes is below n, and no high bit set otherwise.
/// A borrow can set the high bit of a wrong byte, so the last step checks single bytes.
inline const char *findSpecialInJsonString(const char *at, const char *end)
{
    constexpr quint64 each = 0x0101010101010101;
    for (; end - at >= 8; at += 8) {
        quint64 word = 0;
        std::memcpy(&word, at, sizeof word);
        const quint64 quote = word ^ (each * '"');
        const quint64 backslash = word ^ (each * '\\');
        const quint64 found = ((word - each * 0x20) & ~word) | ((quote - each) & ~quote)
                              | ((backslash - each) & ~backslash);
        if (found & (each * 0x80))
            break;
    }
    return std::find_if(at, end, isSpecialInJsonString);
}

} // namespace hub
