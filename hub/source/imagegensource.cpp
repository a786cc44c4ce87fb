// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/imagegensource.h"

#include "hub/source/providerpayload.h"
#include "hub/wire/fieldreader.h"
#include "hub/wire/jsonwriter.h"

#include <QHash>

namespace hub {

namespace {
std::optional<EventType> typeOf(const QString &status)
{
    static const QHash<QString, EventType> types{
        {QStringLiteral("IN_QUEUE"), EventType::Queued},
        {QStringLiteral("IN_PROGRESS"), EventType::Processing},
        {QStringLiteral("PROGRESS"), EventType::Progress},
        {QStringLiteral("OK"), EventType::Completed},
        {QStringLiteral("COMPLETED"), EventType::Completed},
        {QStringLiteral("ERROR"), EventType::Failed},
        {QStringLiteral("FAILED"), EventType::Failed}};
    const auto it = types.find(status);
    return it == types.end() ? std::nullopt : std::optional(*it);
}

/// `payload.progress` goes before one beside it. A payload may be any JSON.
void readProgress(FieldReader &fields, JobChange &change, const QByteArray &payload)
{
    const QLatin1String name("progress");
    change.progress = fields.percent(name);
    auto inner = FieldReader::open(payload);
    if (inner && inner->has(name))
        change.progress = inner->percent(name);
    if (inner && inner->error())
        fields.reject(QLatin1String("payload"), inner->error()->message);
    // So that a lagging subscriber may skip it for a later one.
    if (change.type == EventType::Processing && change.progress)
        change.type = EventType::Progress;
}

void readType(FieldReader &fields, JobChange &change)
{
    const QLatin1String name("status");
    const QString status = fields.text(name).value_or(QString());
    const auto type = typeOf(status);
    if (!type)
        fields.reject(name, unknownValue(status));
    change.type = type.value_or(EventType::Progress);
}

void adoptPayload(JobChange &change, const QByteArray &payload, const QByteArray &error)
{
    if (change.type == EventType::Completed)
        change.result = payload;
    else if (change.type == EventType::Failed)
        change.data = payload; // what went wrong in detail
    if (!error.isEmpty())
        change.error = errorObject(error, "ERROR");
    else if (change.type == EventType::Failed && change.message)
        change.error = errorObject(JsonWriter().string(*change.message).take(), "ERROR");
}
} // namespace

Result<Mapped> ImageGenSource::map(const Inbound &inbound) const
{
    auto fields = FieldReader::open(inbound.body);
    if (!fields)
        return fields.error();
    JobChange change;
    change.kind = JobKind::Image;
    change.jobId = fields->id(QLatin1String("request_id"));
    if (change.jobId.isEmpty())
        fields->reject(QLatin1String("request_id"), QStringLiteral("must be there"));
    change.owner = fields->id(fields->firstOf({QLatin1String("user_id"), QLatin1String("owner")}));
    readType(*fields, change);
    change.message = fields->text(QLatin1String("message"));
    const QByteArray payload = fields->json(QLatin1String("payload"));
    readProgress(*fields, change, payload);
    adoptPayload(change, payload, fields->json(QLatin1String("error")));
    if (fields->error())
        return *fields->error();
    adoptRest(change, *fields);
    return Mapped{{std::move(change)}, {}, bodyDedupKey(inbound), true};
}

} // namespace hub
