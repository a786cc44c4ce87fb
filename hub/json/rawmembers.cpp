// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/rawmembers.h"

#include "hub/json/jsondocument.h"
#include "hub/json/jsonscanner.h"
#include "hub/json/jsonwriter.h"

namespace hub {

namespace {

QByteArray quoted(QLatin1String name)
{
    return '"' + QByteArray(name.data(), name.size()) + '"';
}

} // namespace

RawMembers RawMembers::fromText(const QByteArray &object)
{
    RawMembers members;
    const auto read = JsonMembers::parse(object, JsonScanner::maxDepth);
    if (read && !read->all().empty())
        members.m_text = object.trimmed();
    return members;
}

RawMembers RawMembers::fromObject(const QJsonObject &object)
{
    RawMembers members;
    if (!object.isEmpty())
        members.m_text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return members;
}

std::vector<JsonMembers::Member> RawMembers::all() const
{
    if (isEmpty())
        return {};
    const auto members = JsonMembers::parse(m_text, JsonScanner::maxDepth);
    return members ? members->all() : std::vector<JsonMembers::Member>();
}

QJsonObject RawMembers::decoded() const
{
    return isEmpty() ? QJsonObject() : parseJson(m_text).object();
}

bool RawMembers::contains(QLatin1String name) const
{
    return !isEmpty() && jsonMember(m_text, {name.data(), name.size()});
}

QString RawMembers::string(QLatin1String name) const
{
    const auto value = isEmpty() ? std::nullopt : jsonMember(m_text, {name.data(), name.size()});
    return value ? jsonValue(*value).toString() : QString();
}

void RawMembers::append(QByteArrayView nameText, QByteArrayView value)
{
    if (isEmpty())
        m_text = "{";
    else
        m_text.back() = ',';
    m_text.append(nameText).append(':').append(value).append('}');
}

void RawMembers::insert(QLatin1String name, const QString &value)
{
    remove(name);
    append(quoted(name), JsonWriter().string(value).take());
}

void RawMembers::remove(QLatin1String name)
{
    if (!contains(name))
        return;
    RawMembers rest;
    for (const JsonMembers::Member &member : all()) {
        if (member.name != QByteArrayView(name.data(), name.size()))
            rest.append(member.nameText, member.value);
    }
    *this = std::move(rest);
}

} // namespace hub
