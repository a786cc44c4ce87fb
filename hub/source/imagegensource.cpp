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
        {QStringLiteral("IN_PROGRESS"), EventType::Progress},
        {QStringLiteral("PROGRESS"), EventType::Progress},
        {QStringLiteral("OK"), EventType::Completed},
        {QStringLiteral("COMPLETED"), EventType::Completed},
        {QStringLiteral("ERROR"), EventType::Failed},
        {QStringLiteral("FAILED"), EventType::Failed}};
    const auto it = types.find(status);
    return it == types.end() ? std::nullopt : std::optional(*it);
}

/// `payload.progress`; an Error when it is not a percentage. A payload may be any JSON.
Result<std::optional<double>> payloadProgress(const QByteArray &payload)
{
    auto fields = FieldReader::open(payload);
    if (!fields)
        return std::optional<double>();
    const auto progress = fields->percent(QLatin1String("progress"));
    if (fields->error())
        return Error{fields->error()->code, QStringLiteral("payload.") + fields->error()->message};
    return progress;
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
    change.owner = fields->id(QLatin1String("user_id"));
    const QString status = fields->text(QLatin1String("status")).value_or(QString());
    change.message = fields->text(QLatin1String("message"));
    change.progress = fields->percent(QLatin1String("progress"));
    const QByteArray payload = fields->json(QLatin1String("payload"));
    const QByteArray error = fields->json(QLatin1String("error"));
    if (fields->error())
        return *fields->error();
    const auto type = typeOf(status);
    if (!type)
        return unknownValue(QStringLiteral("status"), status);
    const auto progress = payloadProgress(payload);
    if (!progress)
        return progress.error();
    change.type = *type;
    change.progress = progress->has_value() ? *progress : change.progress;
    adoptPayload(change, payload, error);
    change.extra = fields->rest();
    return Mapped{{std::move(change)}, {}, bodyDedupKey(inbound), true};
}

} // namespace hub
