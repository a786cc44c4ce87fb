// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/genericmap.h"

namespace hub {

namespace {
using Pointer = std::optional<JsonPointer> GenericMap::*;

Pointer memberOf(const QString &key)
{
    static const QHash<QString, Pointer> members{
        {QStringLiteral("job"), &GenericMap::job},
        {QStringLiteral("external_id"), &GenericMap::externalId},
        {QStringLiteral("owner"), &GenericMap::owner},
        {QStringLiteral("attempt"), &GenericMap::attempt},
        {QStringLiteral("kind"), &GenericMap::kind},
        {QStringLiteral("status"), &GenericMap::status},
        {QStringLiteral("progress"), &GenericMap::progress},
        {QStringLiteral("message"), &GenericMap::message},
        {QStringLiteral("result"), &GenericMap::result},
        {QStringLiteral("error"), &GenericMap::error},
        {QStringLiteral("images"), &GenericMap::images}};
    return members.value(key, nullptr);
}

Error badMap(const QString &key, const QString &what)
{
    return {QByteArrayLiteral("bad_map"), key + QStringLiteral(": ") + what};
}

Result<void> readPointer(GenericMap &map, const QString &key, const QString &text)
{
    const Pointer member = memberOf(key);
    if (!member)
        return badMap(key, QStringLiteral("unknown key"));
    map.*member = JsonPointer::parse(text.toUtf8());
    if (!(map.*member))
        return badMap(key, QStringLiteral("\"%1\" is not a JSON pointer").arg(text));
    return {};
}

Result<void> readStatus(GenericMap &map, const QString &theirs, const QString &ours)
{
    const auto type = parseEventType(ours.toUtf8());
    const bool ignored = ours == QLatin1String("ignored");
    if (!ignored && (!type || *type == EventType::Notification)) {
        return badMap(QStringLiteral("statuses.") + theirs,
                      QStringLiteral("\"%1\" is not a status").arg(ours));
    }
    if (theirs == QLatin1String("*"))
        map.otherStatus = type;
    else
        map.statuses.insert(theirs, type);
    return {};
}
} // namespace

Result<GenericMap> GenericMap::parse(const QMap<QString, QString> &pointers,
                                     const QMap<QString, QString> &statuses)
{
    GenericMap map;
    for (auto it = pointers.begin(); it != pointers.end(); ++it) {
        if (const auto read = readPointer(map, it.key(), it.value()); !read)
            return read.error();
    }
    for (auto it = statuses.begin(); it != statuses.end(); ++it) {
        if (const auto read = readStatus(map, it.key(), it.value()); !read)
            return read.error();
    }
    if (!map.job && !map.externalId)
        return badMap(QStringLiteral("job"),
                      QStringLiteral("must be present, or external_id instead"));
    return map;
}

} // namespace hub
