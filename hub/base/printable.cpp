// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/printable.h"

#include "hub/base/utf8.h"

#include <algorithm>

namespace hub {

namespace {

/// Returns whether `c` is a C0 control, DEL or a C1 control.
bool isPlainControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

bool isSpaceOfJson(QChar c)
{
    return c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t');
}

template<typename Predicate>
QString escaped(const QString &text, Predicate isMeant)
{
    if (std::none_of(text.cbegin(), text.cend(), isMeant))
        return text;
    QString out;
    out.reserve(text.size() + 16);
    for (const QChar c : text) {
        if (isMeant(c))
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

} // namespace

bool isControl(char16_t c)
{
    return isPlainControl(c) || c == 0x061c || c == 0x200e || c == 0x200f
           || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f) || c == 0xfeff
           || (c >= 0xfff9 && c <= 0xfffb);
}

std::optional<char16_t> firstControl(QByteArrayView utf8)
{
    const QString text = fromUtf8(utf8);
    const auto found = std::find_if(text.cbegin(), text.cend(),
                                    [](QChar c) { return isPlainControl(c.unicode()); });
    return found == text.cend() ? std::nullopt : std::optional(found->unicode());
}

QString escapedControls(const QString &text)
{
    return escaped(text, [](QChar c) { return isControl(c.unicode()); });
}

QString printable(QByteArrayView utf8)
{
    return escapedControls(fromUtf8(utf8));
}

QByteArray escapedJson(const QByteArray &json)
{
    return escaped(fromUtf8(json),
                   [](QChar c) { return isControl(c.unicode()) && !isSpaceOfJson(c); })
        .toUtf8();
}

} // namespace hub
