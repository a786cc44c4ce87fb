// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/uniquemembers.h"

#include "hub/base/utf8.h"

#include <QJsonArray>
#include <QSet>

namespace hub {

namespace {
constexpr int mostDepth = 16;
}

Result<JsonMembers> parseUniqueMembers(const QByteArray &text)
{
    auto members = JsonMembers::parse(text, mostDepth);
    if (!members)
        return members.error();
    QSet<QByteArray> names;
    for (const JsonMembers::Member &member : members->all()) {
        if (names.contains(member.name))
            return Error{QByteArrayLiteral("bad_json"),
                         QStringLiteral("a member name occurs twice")};
        names.insert(member.name);
    }
    return members;
}

std::optional<QByteArrayList> textsOf(const QJsonValue &value, qsizetype most)
{
    if (value.isString())
        return QByteArrayList{toWtf8(value.toString())};
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > most)
        return std::nullopt;
    QByteArrayList texts;
    for (const QJsonValue each : array) {
        if (!each.isString())
            return std::nullopt;
        texts << toWtf8(each.toString());
    }
    return texts;
}

} // namespace hub
