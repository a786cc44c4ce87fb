// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/runpodmapping.h"

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
        {QStringLiteral("COMPLETED"), EventType::Completed},
        {QStringLiteral("FAILED"), EventType::Failed},
        {QStringLiteral("CANCELLED"), EventType::Cancelled},
        {QStringLiteral("TIMED_OUT"), EventType::TimedOut}};
    const auto it = types.find(status);
    return it == types.end() ? std::nullopt : std::optional(*it);
}

void adoptOutput(JobChange &change, const QByteArray &output)
{
    if (!isTerminal(change.type)) {
        change.data = output;
        return;
    }
    change.result = resultOf(output);
}
} // namespace

Result<Mapped> RunpodMapping::map(const Inbound &inbound) const
{
    auto fields = FieldReader::open(inbound.body, FieldReader::Details::Dropped);
    if (!fields)
        return fields.error();
    JobChange change;
    change.externalId = fields->requiredForeignId(QLatin1String("id"));
    const QString status = fields->text(QLatin1String("status")).value_or(QString());
    const QByteArray output = fields->json(QLatin1String("output"));
    const QByteArray error = fields->json(QLatin1String("error"));
    // Leave out the request, which is long, and the callback URL, which is a secret.
    (void)fields->has(QLatin1String("input"));
    (void)fields->has(QLatin1String("webhook"));
    const auto type = typeOf(status);
    if (!type)
        fields->reject(unknownWord(QLatin1String("status"), status));
    if (fields->error())
        return *fields->error();
    change.type = *type;
    adoptOutput(change, output);
    // A handler may report an error in its output while RunPod reports COMPLETED.
    change.error = errorObject(error.isEmpty() ? reasonIn(output) : error, status.toUtf8());
    adoptRest(change, *fields);
    const QByteArray externalId = change.externalId;
    return Mapped{{std::move(change)}, externalId, bodyDedupKey(inbound), false, fields->notes()};
}

} // namespace hub
