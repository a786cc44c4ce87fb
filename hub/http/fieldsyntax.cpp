// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/fieldsyntax.h"

#include <algorithm>

namespace hub {

bool isToken(QByteArrayView text)
{
    const auto allowed = [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), allowed);
}

bool isFieldValue(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), isForbiddenControl);
}

QByteArrayView withoutOuterSpace(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

QByteArrayList listMembers(QByteArrayView value)
{
    QByteArrayList members;
    for (const QByteArray &part : value.toByteArray().toLower().split(',')) {
        const QByteArrayView member = withoutOuterSpace(part);
        if (!member.isEmpty())
            members.append(member.toByteArray());
    }
    return members;
}

bool acceptsGzip(QByteArrayView acceptEncoding)
{
    bool any = false;
    for (const QByteArray &member : listMembers(acceptEncoding)) {
        const QByteArrayList parts = member.split(';');
        const QByteArrayView coding = withoutOuterSpace(parts.constFirst());
        bool wanted = true;
        for (const QByteArray &parameter : parts.mid(1)) {
            const QByteArrayView weight = withoutOuterSpace(parameter);
            if (weight.startsWith("q="))
                wanted = weight.sliced(2).toDouble() > 0;
        }
        if (coding == "gzip" || coding == "x-gzip")
            return wanted;
        any = any || (coding == "*" && wanted);
    }
    return any;
}

} // namespace hub
