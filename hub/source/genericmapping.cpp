// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/genericmapping.h"

#include "hub/base/utf8.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"
#include "hub/source/resultshape.h"
#include "hub/source/unknownword.h"
#include "hub/wire/fieldreader.h"

namespace hub {

namespace {
/// Returns the mapped values as one flat object with our names, so that the rules for other bodies
/// apply.
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
    copy("attempt", map.attempt);
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

/// Returns the status as text. Providers also use numbers and booleans.
QString statusWord(FieldReader &fields)
{
    const QByteArray text = fields.json(QLatin1String("status"));
    const QJsonValue value = jsonValue(text);
    return value.isString() ? value.toString() : fromUtf8(text);
}

/// Sets the type. Returns false when the map ignores this status.
bool readType(FieldReader &fields, const GenericMap &map, JobChange &change)
{
    const QString word = statusWord(fields);
    if (word.isEmpty())
        return true; // no status: the webhook reports progress
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
        fields.reject(unknownWord(QLatin1String("status"), word));
    else
        change.type = *type;
    return true;
}

void readIdentity(FieldReader &fields, JobChange &change)
{
    const QLatin1String kind("kind");
    const QLatin1String job("job");
    const QLatin1String externalId("external_id");
    if (!fields.has(job) && !fields.has(externalId))
        fields.reject(job, QStringLiteral("must be present, or external_id instead"));
    else if (fields.has(externalId))
        change.externalId = fields.requiredForeignId(externalId);
    if (fields.has(job))
        change.jobId = fields.requiredId(job);
    change.owner = fields.user(QLatin1String("owner"));
    change.attempt = fields.attempt(QLatin1String("attempt"));
    if (!fields.has(kind))
        return;
    const QString word = fields.text(kind).value_or(QString());
    change.kind = parseJobKind(word.toUtf8());
    if (!change.kind)
        fields.miss(kind, QStringLiteral("must be generic, restore, execution or image"));
}

/// Returns the result in the form of resources/docs/api.md.
QByteArray withImages(const QByteArray &images, const QByteArray &result)
{
    if (images.isEmpty() && result.isEmpty())
        return {};
    JsonWriter json;
    json.beginObject();
    json.rawIf("images", imageList(images));
    json.rawIf("output", result);
    json.endObject();
    return json.take();
}

void readState(FieldReader &fields, const GenericMap &map, JobChange &change)
{
    change.progress = fields.percent(QLatin1String("progress"));
    // A lagging subscriber may skip progress for a later one.
    if (change.type == EventType::Processing && change.progress)
        change.type = EventType::Progress;
    change.message = fields.text(QLatin1String("message"));
    change.error = errorObject(fields.json(QLatin1String("error")), toString(change.type));
    const QByteArray result = fields.json(QLatin1String("result"));
    change.result = map.images ? withImages(fields.json(QLatin1String("images")), result) : result;
}
} // namespace

Result<PointerMapped> mapByPointers(const GenericMap &map, const QByteArray &document)
{
    // One level more than a body may have, because an event may be in an envelope. Flattening adds
    // another when the map takes the whole document.
    if (const auto body = JsonMembers::parse(document, maxForeignDepth + 1); !body)
        return body.error();
    auto fields = FieldReader::open(flatten(map, document), FieldReader::Details::Dropped,
                                    maxForeignDepth + 2);
    if (!fields)
        return fields.error();
    JobChange change;
    if (!readType(*fields, map, change))
        return PointerMapped{{}, fields->notes()};
    readIdentity(*fields, change);
    readState(*fields, map, change);
    if (fields->error())
        return *fields->error();
    return PointerMapped{std::move(change), fields->notes()};
}

GenericMapping::GenericMapping(GenericMap map) : m_map(std::move(map)) { }

Result<Mapped> GenericMapping::map(const Inbound &inbound) const
{
    auto found = mapByPointers(m_map, inbound.body);
    if (!found)
        return found.error();
    Mapped mapped;
    mapped.dedupKey = bodyDedupKey(inbound);
    mapped.notes = std::move(found->notes);
    if (!found->change)
        return mapped;
    mapped.externalId = found->change->externalId;
    mapped.createsJobs = !found->change->jobId.isEmpty();
    mapped.changes.push_back(std::move(*found->change));
    return mapped;
}

} // namespace hub
