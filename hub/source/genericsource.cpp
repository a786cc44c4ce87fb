// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/genericsource.h"

#include "hub/source/providerpayload.h"
#include "hub/wire/fieldreader.h"
#include "hub/wire/jsonslice.h"
#include "hub/wire/jsonwriter.h"

namespace hub {

namespace {
/// The mapped values as one flat object in our words, for which the rules are the same as for any
/// other body.
QByteArray flatten(const GenericMap &map, const QByteArray &body)
{
    JsonWriter json;
    json.beginObject();
    const auto copy = [&](QByteArrayView name, const std::optional<JsonPointer> &pointer) {
        if (const auto value = pointer ? pointer->find(body) : std::nullopt)
            json.key(name).raw(*value);
    };
    copy("job", map.job);
    copy("external_id", map.externalId);
    copy("owner", map.owner);
    copy("kind", map.kind);
    copy("status", map.status);
    copy("progress", map.progress);
    copy("message", map.message);
    copy("result", map.result);
    copy("error", map.error);
    copy("images", map.images);
    json.endObject();
    return json.take();
}

/// A status as text: providers also use numbers and booleans.
QString statusWord(FieldReader &fields)
{
    const QByteArray text = fields.json(QLatin1String("status"));
    const QJsonValue value = jsonValue(text);
    return value.isString() ? value.toString() : QString::fromUtf8(text);
}

/// Sets the type; false when the map says that such a status is to be ignored.
bool readType(FieldReader &fields, const GenericMap &map, JobChange &change)
{
    const QString word = statusWord(fields);
    if (word.isEmpty())
        return true; // nothing said: it is about progress
    std::optional<EventType> type = parseEventType(word.toUtf8());
    if (const auto it = map.statuses.find(word); it != map.statuses.end()) {
        type = *it;
        if (!type)
            return false;
    } else if ((!type || *type == EventType::Notification) && map.otherStatus) {
        type = *map.otherStatus;
        if (!type)
            return false;
    }
    if (!type || *type == EventType::Notification)
        fields.reject(QLatin1String("status"), unknownValue(word));
    else
        change.type = *type;
    return true;
}

void readIdentity(FieldReader &fields, JobChange &change)
{
    const QLatin1String kind("kind");
    change.jobId = fields.id(QLatin1String("job"));
    change.externalId = fields.foreignId(QLatin1String("external_id"));
    if (change.jobId.isEmpty() && change.externalId.isEmpty())
        fields.reject(QLatin1String("job"), QStringLiteral("must be there, or external_id"));
    change.owner = fields.id(QLatin1String("owner"));
    if (!fields.has(kind))
        return;
    const QString word = fields.text(kind).value_or(QString());
    change.kind = parseJobKind(word.toUtf8());
    if (!change.kind)
        fields.reject(kind, QStringLiteral("must be generic, restore, execution or image"));
}

void readState(FieldReader &fields, const GenericMap &map, JobChange &change)
{
    change.progress = fields.percent(QLatin1String("progress"));
    // So that a lagging subscriber may skip it for a later one.
    if (change.type == EventType::Processing && change.progress)
        change.type = EventType::Progress;
    change.message = fields.text(QLatin1String("message"));
    change.error = errorObject(fields.json(QLatin1String("error")), toString(change.type));
    const QByteArray result = fields.json(QLatin1String("result"));
    change.result =
        map.images ? imagesResult(fields.json(QLatin1String("images")), result) : result;
}
} // namespace

Result<std::optional<JobChange>> mapByPointers(const GenericMap &map, const QByteArray &document)
{
    if (const auto body = parseJsonObject(document); !body)
        return body.error();
    auto fields = FieldReader::open(flatten(map, document));
    if (!fields)
        return fields.error();
    JobChange change;
    if (!readType(*fields, map, change))
        return std::optional<JobChange>();
    readIdentity(*fields, change);
    readState(*fields, map, change);
    if (fields->error())
        return *fields->error();
    return std::optional(std::move(change));
}

GenericSource::GenericSource(GenericMap map) : m_map(std::move(map)) { }

Result<Mapped> GenericSource::map(const Inbound &inbound) const
{
    auto change = mapByPointers(m_map, inbound.body);
    if (!change)
        return change.error();
    Mapped mapped;
    mapped.dedupKey = bodyDedupKey(inbound);
    if (!*change)
        return mapped;
    mapped.externalId = (*change)->externalId;
    mapped.createsJobs = !(*change)->jobId.isEmpty();
    mapped.changes.push_back(std::move(**change));
    return mapped;
}

} // namespace hub
