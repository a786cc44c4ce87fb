// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/cloudeventssource.h"

#include "hub/base/utf8.h"
#include "hub/source/cloudevent.h"
#include "hub/wire/jsonscanner.h"
#include "hub/wire/jsonslice.h"
#include "hub/wire/jsonwriter.h"

namespace hub {

namespace {

constexpr qsizetype mostNotes = 16; ///< That a delivery keeps of a batch.

Error unsupported(const QString &what)
{
    return {"unsupported_media_type", what};
}

/// Without parameters, in lower case.
QByteArray mediaTypeOf(const QByteArray &contentType)
{
    return contentType.split(';').front().trimmed().toLower();
}

bool isJsonType(const QByteArray &mediaType)
{
    return mediaType.isEmpty() || mediaType == "application/json" || mediaType == "text/json"
           || mediaType.endsWith("+json");
}

/// HTTP binding 3.1.3.2: what stands in quotes is taken out of them, then percent-encoded UTF-8 is
/// decoded, once.
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

/// Whether the attributes are in headers.
bool isBinary(const Inbound &inbound)
{
    return !inbound.header("ce-specversion").isEmpty() || !inbound.header("ce-id").isEmpty();
}

/// As UTF-8, whatever a sender may have encoded.
QByteArray textOf(const QByteArray &bytes)
{
    return wellFormedUtf8(bytes);
}

/// The event of a request in binary mode as one in structured mode. The data of a JSON event must
/// be JSON; of others it stays out, since no pointer could look into it.
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
        JsonScanner scanner(body, maxForeignDepth);
        if (!scanner.skipValue() || !scanner.atEnd())
            return jsonError(scanner, maxForeignDepth);
        json.key("data").raw(body);
    }
    json.endObject();
    return json.take();
}

/// JSON format 3.1.1: JSON data may come as base64 as well.
QByteArray withDecodedData(const QByteArray &event)
{
    const auto base64 = jsonMember(event, "data_base64");
    const auto type = jsonMember(event, "datacontenttype");
    const QByteArray mediaType =
        type ? mediaTypeOf(jsonValue(*type).toString().toUtf8()) : QByteArray();
    if (!base64 || jsonMember(event, "data") || !isJsonType(mediaType))
        return event;
    const QByteArray data = QByteArray::fromBase64(jsonValue(*base64).toString().toLatin1());
    JsonScanner scanner(data, maxForeignDepth);
    if (!scanner.skipValue() || !scanner.atEnd())
        return event;
    const qsizetype brace = event.lastIndexOf('}');
    return event.left(brace) + ",\"data\":" + data + '}';
}

Result<QList<QByteArray>> elements(const QByteArray &batch)
{
    JsonScanner scanner(batch, maxForeignDepth);
    if (!scanner.skipValue() || !scanner.atEnd())
        return jsonError(scanner, maxForeignDepth);
    QList<QByteArray> all;
    JsonScanner inner(batch, maxForeignDepth);
    if (!inner.skipChar('['))
        return Error{"bad_json", QStringLiteral("not a JSON array")};
    if (inner.skipChar(']'))
        return all;
    do {
        inner.skipSpace();
        const qsizetype start = inner.offset();
        if (!inner.skipValue() || all.size() == CloudEventsSource::maxBatch)
            return Error{
                "body_too_large",
                QStringLiteral("a batch holds at most %1 events").arg(CloudEventsSource::maxBatch)};
        all.append(batch.mid(start, inner.offset() - start));
    } while (inner.skipChar(','));
    return all;
}

/// Whether an error is about one event, so that the others of a batch can do without it.
bool isOfOneEvent(const Error &error)
{
    return error.code == "bad_attribute" || error.code == "bad_field"
           || error.code == "unknown_word";
}

/// An event's own identity, where it may be trusted: `source` and `id` together are unique.
DedupKey dedupKeyOf(const Inbound &inbound, const QByteArray &event)
{
    const auto id = jsonMember(event, "id");
    const auto source = jsonMember(event, "source");
    if (!id || !source)
        return bodyDedupKey(inbound);
    return idDedupKey(inbound, source->toByteArray() + '\n' + id->toByteArray());
}

/// The media type; of JSON without attributes in headers that of the format it has in itself.
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

CloudEventsSource::CloudEventsSource(GenericMap map) : m_map(std::move(map)) { }

Result<PointerMapped> CloudEventsSource::mapEvent(const QByteArray &event) const
{
    if (const auto sound = checkCloudEvent(event); !sound)
        return sound.error();
    return mapByPointers(m_map, withDecodedData(event));
}

Result<Mapped> CloudEventsSource::mapEvents(const QList<QByteArray> &events) const
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

Result<Mapped> CloudEventsSource::map(const Inbound &inbound) const
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
        return unsupported(
            QStringLiteral("%1: only JSON is read").arg(QString::fromLatin1(mediaType.left(128))));
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
