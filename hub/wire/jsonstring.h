// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstring>

namespace hub {

/// Whether a JSON string cannot have the character as it is (RFC 8259, 7).
inline bool isSpecialInJsonString(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// The first such character, or `end`. Looks at eight at a time: a byte below n leaves its high bit
/// in `(word - n) & ~word`, and where none is below, no byte does.
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
