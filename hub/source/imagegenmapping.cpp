// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/imagegenmapping.h"

#include "hub/json/jsonwriter.h"
#include "hub/source/resultshape.h"
#include "hub/source/unknownmembers.h"
#include "hub/source/unknownword.h"
#include "hub/wire/fieldreader.h"

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

/// Sets the progress. `payload.progress` takes precedence over `progress`. A payload may be any
/// JSON.
void readProgress(FieldReader &fields, JobChange &change, const QByteArray &payload)
{
    const QLatin1String name("progress");
    change.progress = fields.percent(name);
    auto inner = FieldReader::open(payload);
    if (inner && inner->has(name))
        change.progress = inner->percent(name);
    if (inner && inner->error())
        fields.miss(QLatin1String("payload"), inner->error()->message);
    // A lagging subscriber may skip progress for a later one.
    if (change.type == EventType::Processing && change.progress)
        change.type = EventType::Progress;
}

void readType(FieldReader &fields, JobChange &change)
{
    const QLatin1String name("status");
    const QString status = fields.text(name).value_or(QString());
    const auto type = typeOf(status);
    if (!type)
        fields.reject(unknownWord(name, status));
    change.type = type.value_or(EventType::Progress);
}

/// Sets the result or the error. A provider may report OK although it could not deliver the
/// pictures.
void adoptPayload(FieldReader &fields, JobChange &change, const QByteArray &payload)
{
    const QByteArray error =
        fields.json(fields.firstOf({QLatin1String("error"), QLatin1String("payload_error")}));
    if (change.type == EventType::Completed)
        change.result = resultOf(payload);
    else if (change.type == EventType::Failed)
        change.data = payload; // details of the failure
    if (!isTerminal(change.type) && error.isEmpty())
        return;
    const bool failed = change.type == EventType::Failed;
    change.error = errorObject(error, "ERROR", reasonIn(payload));
    if (change.error.isEmpty() && failed && change.message)
        change.error = errorObject(JsonWriter().string(*change.message).take(), "ERROR");
}
} // namespace

Result<Mapped> ImageGenMapping::map(const Inbound &inbound) const
{
    auto fields = FieldReader::open(inbound.body, FieldReader::Details::Dropped);
    if (!fields)
        return fields.error();
    JobChange change;
    change.kind = JobKind::Image;
    change.jobId = fields->requiredId(QLatin1String("request_id"));
    change.owner =
        fields->user(fields->firstOf({QLatin1String("user_id"), QLatin1String("owner")}));
    readType(*fields, change);
    change.message = fields->text(QLatin1String("message"));
    const QByteArray payload = fields->json(QLatin1String("payload"));
    readProgress(*fields, change, payload);
    adoptPayload(*fields, change, payload);
    if (fields->error())
        return *fields->error();
    adoptRest(change, *fields);
    return Mapped{{std::move(change)}, {}, bodyDedupKey(inbound), true, fields->notes()};
}

} // namespace hub
