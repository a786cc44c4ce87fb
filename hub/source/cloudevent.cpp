// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/cloudevent.h"

#include "hub/base/errorcode.h"
#include "hub/base/timetext.h"
#include "hub/base/utf8.h"
#include "hub/crypto/base64.h"
#include "hub/json/jsonmembers.h"

#include <QUrl>

#include <algorithm>

namespace hub {

namespace {

using Member = JsonMembers::Member;

Error bad(const QByteArray &name, const char *what)
{
    constexpr qsizetype shown = 64;
    return {errorcode::badAttribute,
            QStringLiteral("%1: %2").arg(fromUtf8(name.left(shown)), QString::fromLatin1(what))};
}

/// CloudEvents 1.0.2, section "Attribute Naming Convention".
bool isAttributeName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
}

bool isMediaType(const QByteArray &text)
{
    const QByteArray type = text.split(';').front().trimmed();
    const qsizetype slash = type.indexOf('/');
    return slash > 0 && slash + 1 < type.size() && !type.contains(' ');
}

/// Returns what is wrong with a defined attribute; null when nothing is.
const char *problemOf(const QByteArray &name, const QByteArray &text)
{
    if (name == "specversion" && text != "1.0")
        return "must be \"1.0\"";
    if (name == "time" && !parseTime(text))
        return "must be an RFC 3339 time";
    if (name == "datacontenttype" && !isMediaType(text))
        return "must be a media type";
    if (name == "dataschema" && QUrl(fromUtf8(text), QUrl::StrictMode).isRelative())
        return "must be an absolute URI";
    return nullptr;
}

bool isDefined(const QByteArray &name)
{
    return name == "id" || name == "source" || name == "type" || name == "specversion"
           || name == "subject" || name == "time" || name == "datacontenttype"
           || name == "dataschema";
}

Result<void> checkAttribute(const Member &member)
{
    const QByteArray name(member.name.data(), member.name.size());
    if (!isAttributeName(name))
        return bad(name, "must have a name of a-z and 0-9 only");
    if (member.value.startsWith('{') || member.value.startsWith('['))
        return bad(name, "must not be an object or an array");
    if (!isDefined(name))
        return {};
    const QByteArray text = member.utf8();
    if (text.isEmpty())
        return bad(name, "must be a string that is not empty");
    const char *problem = problemOf(name, text);
    return problem ? Result<void>(bad(name, problem)) : Result<void>();
}

Result<void> checkData(JsonMembers &members)
{
    const Member *base64 = members.find(QLatin1String("data_base64"));
    if (!base64 || base64->isNull())
        return {};
    const Member *data = members.find(QLatin1String("data"));
    if (data && !data->isNull())
        return bad("data_base64", "must not be combined with data");
    return base64->isString() && decodeBase64(base64->utf8())
               ? Result<void>()
               : Result<void>(bad("data_base64", "must be a string in base64"));
}

} // namespace

Result<void> checkCloudEvent(const QByteArray &event)
{
    // In binary mode the source adds an envelope, one level of nesting.
    auto members = JsonMembers::parse(event, maxForeignDepth + 1);
    if (!members)
        return members.error();
    for (const char *name : {"id", "source", "type", "specversion"}) {
        const Member *member = members->find(QLatin1String(name));
        if (!member || member->isNull())
            return bad(name, "must be a string that is not empty");
    }
    for (const Member &member : members->all()) {
        const bool isData = member.name == "data" || member.name == "data_base64";
        if (isData || member.isNull()) // null means absent (JSON format, section 2.2)
            continue;
        if (const auto sound = checkAttribute(member); !sound)
            return sound;
    }
    return checkData(*members);
}

} // namespace hub
