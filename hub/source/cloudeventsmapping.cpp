// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/cloudeventsmapping.h"

#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"
#include "hub/source/cloudevent.h"

namespace hub {

namespace {

constexpr qsizetype mostNotes = 16; ///< Notes of one delivery about skipped events.

Error unsupported(const QString &what)
{
    return {errorcode::unsupportedMediaType, what};
}

/// Returns the media type without parameters, in lower case.
QByteArray mediaTypeOf(const QByteArray &contentType)
{
    return contentType.split(';').front().trimmed().toLower();
}

bool isJsonType(const QByteArray &mediaType)
{
    return mediaType.isEmpty() || mediaType == "application/json" || mediaType == "text/json"
           || mediaType.endsWith("+json");
}

/// Decodes a header value (HTTP binding 3.1.3.2): removes quotes, then decodes percent-encoded
/// UTF-8 once.
QByteArray headerText(const QByteArray &value)
{
    if (value.size() < 2 || !value.startsWith('"') || !value.endsWith('"'))
        return QByteArray::fromPercentEncoding(value);
    QByteArray unquoted;
    for (qsizetype i = 1; i + 1 < value.size(); ++i) {
        if (value[i] == '\\' && i + 2 < value.size())
            ++i;
        unquoted += value[i];
    }
    return QByteArray::fromPercentEncoding(unquoted);
}

/// Returns whether the attributes are in headers.
bool isBinary(const Inbound &inbound)
{
    return !inbound.header("ce-specversion").isEmpty() || !inbound.header("ce-id").isEmpty();
}

/// Returns valid UTF-8. A sender may have encoded other bytes.
QByteArray textOf(const QByteArray &bytes)
{
    return wellFormedUtf8(bytes);
}

/// Returns the structured form of an event in binary mode. JSON data must be valid. Other data is
/// left out, because no pointer could look into it.
Result<QByteArray> envelope(const Inbound &inbound)
{
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, value] : inbound.headers) {
        if (name.startsWith("ce-") && name.size() > 3)
            json.foreignKey(QString::fromLatin1(name.mid(3))).string(textOf(headerText(value)));
    }
    const QByteArray contentType = inbound.header("content-type");
    json.textIf("datacontenttype", contentType);
    const QByteArray body = inbound.body.trimmed();
    if (isJsonType(mediaTypeOf(inbound.header("content-type"))) && !body.isEmpty()) {
        if (const auto checked = checkJson(body); !checked)
            return checked.error();
        json.key("data").raw(body);
    }
    json.endObject();
    return json.take();
}

/// Adds `data` when JSON data came as base64 (JSON format 3.1.1).
QByteArray withDecodedData(const QByteArray &event)
{
    const auto base64 = jsonMember(event, "data_base64");
    const auto type = jsonMember(event, "datacontenttype");
    const QByteArray mediaType =
        type ? mediaTypeOf(jsonValue(*type).toString().toUtf8()) : QByteArray();
    if (!base64 || jsonMember(event, "data") || !isJsonType(mediaType))
        return event;
    const QByteArray data = QByteArray::fromBase64(jsonValue(*base64).toString().toLatin1());
    if (!checkJson(data))
        return event;
    const qsizetype brace = event.lastIndexOf('}');
    return event.left(brace) + ",\"data\":" + data + '}';
}

Result<QList<QByteArray>> elements(const QByteArray &batch)
{
    if (const auto checked = checkJson(batch); !checked)
        return checked.error();
    if (!QByteArrayView(batch).trimmed().startsWith('['))
        return Error{"bad_json", QStringLiteral("not a JSON array")};
    const auto found = jsonElements(batch, CloudEventsMapping::maxBatch + 1);
    if (found.size() > CloudEventsMapping::maxBatch)
        return Error{
            errorcode::bodyTooLarge,
            QStringLiteral("a batch holds at most %1 events").arg(CloudEventsMapping::maxBatch)};
    QList<QByteArray> all;
    for (const QByteArrayView element : found)
        all.append(element.toByteArray());
    return all;
}

/// Returns whether the error is about one event, so that the rest of a batch is still used.
bool isOfOneEvent(const Error &error)
{
    return error.code == errorcode::badAttribute || error.code == errorcode::badField
           || error.code == errorcode::unknownWord;
}

/// Returns the key made of the event's `source` and `id`, which are unique together. The caller
/// must trust them.
DedupKey dedupKeyOf(const Inbound &inbound, const QByteArray &event)
{
    const auto id = jsonMember(event, "id");
    const auto source = jsonMember(event, "source");
    if (!id || !source)
        return bodyDedupKey(inbound);
    return idDedupKey(inbound, source->toByteArray() + '\n' + id->toByteArray());
}

/// Returns the media type. For a JSON body without attributes in headers, returns the type that the
/// body itself shows.
QByteArray formatOf(const Inbound &inbound)
{
    const QByteArray mediaType = mediaTypeOf(inbound.header("content-type"));
    if (!isJsonType(mediaType) || mediaType.startsWith("application/cloudevents")
        || isBinary(inbound))
        return mediaType;
    const QByteArray body = inbound.body.trimmed();
    if (body.startsWith('['))
        return "application/cloudevents-batch+json";
    return jsonMember(body, "specversion") ? "application/cloudevents+json" : mediaType;
}

} // namespace

CloudEventsMapping::CloudEventsMapping(GenericMap map) : m_map(std::move(map)) { }

Result<PointerMapped> CloudEventsMapping::mapEvent(const QByteArray &event) const
{
    if (const auto sound = checkCloudEvent(event); !sound)
        return sound.error();
    return mapByPointers(m_map, withDecodedData(event));
}

Result<Mapped> CloudEventsMapping::mapEvents(const QList<QByteArray> &events) const
{
    Mapped mapped;
    for (const QByteArray &event : events) {
        auto found = mapEvent(event);
        if (!found && events.size() > 1 && isOfOneEvent(found.error())) {
            if (mapped.notes.size() < mostNotes)
                mapped.notes << found.error().message;
            continue;
        }
        if (!found)
            return found.error();
        mapped.notes += found->notes;
        if (!found->change)
            continue;
        mapped.externalId = found->change->externalId;
        mapped.createsJobs = mapped.createsJobs || !found->change->jobId.isEmpty();
        mapped.changes.push_back(std::move(*found->change));
    }
    return mapped;
}

Result<Mapped> CloudEventsMapping::map(const Inbound &inbound) const
{
    const QByteArray mediaType = formatOf(inbound);
    if (mediaType == "application/cloudevents-batch+json") {
        const auto events = elements(inbound.body);
        if (!events)
            return events.error();
        auto mapped = mapEvents(*events);
        if (mapped)
            mapped->dedupKey = bodyDedupKey(inbound);
        return mapped;
    }
    const bool structured = mediaType == "application/cloudevents+json";
    if (!structured && mediaType.startsWith("application/cloudevents"))
        return unsupported(QStringLiteral("%1 is not supported: must be a JSON format")
                               .arg(QString::fromLatin1(mediaType.left(128))));
    const Result<QByteArray> event =
        structured ? Result<QByteArray>(inbound.body) : envelope(inbound);
    if (!event)
        return event.error();
    auto mapped = mapEvents({*event});
    if (mapped)
        mapped->dedupKey = !structured && inbound.bodyAloneSigned ? bodyDedupKey(inbound)
                                                                  : dedupKeyOf(inbound, *event);
    return mapped;
}

} // namespace hub
