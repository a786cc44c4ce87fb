// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/jsonpointer.h"

#include "hub/json/jsonslice.h"

#include <charconv>

namespace hub {

namespace {
constexpr qsizetype maxPointerBytes = 1024;

/// Decodes a token (RFC 6901 section 4): first `~1`, then `~0`, so that `~01` becomes `~1`. Returns
/// nullopt for any other tilde.
std::optional<QByteArray> unescape(QByteArray token)
{
    for (qsizetype at = token.indexOf('~'); at >= 0; at = token.indexOf('~', at + 1)) {
        if (at + 1 >= token.size() || (token[at + 1] != '0' && token[at + 1] != '1'))
            return std::nullopt;
    }
    return token.replace("~1", "/").replace("~0", "~");
}

/// Parses an array index (RFC 6901 section 4): digits without leading zeros. `-` names the element
/// after the last, which never exists.
std::optional<qsizetype> arrayIndex(const QByteArray &token)
{
    if (token.isEmpty() || token[0] == '-' || (token.size() > 1 && token[0] == '0'))
        return std::nullopt;
    qsizetype index = 0;
    const auto [end, error] = std::from_chars(token.begin(), token.end(), index);
    if (error != std::errc{} || end != token.end())
        return std::nullopt;
    return index;
}

std::optional<QByteArrayView> child(QByteArrayView value, const QByteArray &token)
{
    if (!value.startsWith('['))
        return jsonMember(value, token);
    const auto index = arrayIndex(token);
    return index ? jsonElement(value, *index) : std::nullopt;
}
} // namespace

std::optional<JsonPointer> JsonPointer::parse(QByteArrayView text)
{
    if (text.size() > maxPointerBytes || (!text.isEmpty() && text.front() != '/'))
        return std::nullopt;
    JsonPointer pointer;
    pointer.m_text = text.toByteArray();
    if (text.isEmpty())
        return pointer; // the whole document
    const QByteArrayList tokens = pointer.m_text.mid(1).split('/');
    for (const QByteArray &token : tokens) {
        const auto name = unescape(token);
        if (!name)
            return std::nullopt;
        pointer.m_tokens.append(*name);
    }
    return pointer;
}

std::optional<QByteArrayView> JsonPointer::find(QByteArrayView document) const
{
    std::optional<QByteArrayView> value = document;
    for (const QByteArray &token : m_tokens) {
        value = child(*value, token);
        if (!value)
            return std::nullopt;
    }
    return value;
}

} // namespace hub
