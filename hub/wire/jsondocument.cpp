// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/jsondocument.h"

#include "hub/wire/jsonslice.h"

namespace hub {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// `text` with each U+FEFF as an escape, which means the same in a string and is wrong elsewhere,
/// as the character is. One behind a backslash stays: together they are no escape.
QByteArray escapedMarks(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 16);
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == '\\') {
            out.append(text.sliced(at, qMin<qsizetype>(2, text.size() - at)));
            at += 2;
        } else if (text.sliced(at).startsWith(byteOrderMark)) {
            out.append("\\ufeff");
            at += byteOrderMark.size();
        } else {
            out.append(text[at++]);
        }
    }
    return out;
}

} // namespace

QJsonDocument parseJson(const QByteArray &text, QJsonParseError *error)
{
    const QByteArrayView body = QByteArrayView(text).sliced(jsonTextStart(text));
    if (!body.contains(byteOrderMark.front()) || !body.contains(byteOrderMark))
        return QJsonDocument::fromJson(text, error);
    return QJsonDocument::fromJson(escapedMarks(body), error);
}

} // namespace hub
