// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/gitlabmapping.h"

#include "hub/base/errorcode.h"
#include "hub/source/cipayload.h"
#include "hub/source/gitlabrun.h"
#include "hub/source/unknownword.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace hub {

namespace {

std::optional<EventType> typeOf(const QString &status)
{
    static const QHash<QString, EventType> types{
        {QStringLiteral("created"), EventType::Queued},
        {QStringLiteral("waiting_for_resource"), EventType::Queued},
        {QStringLiteral("waiting_for_callback"), EventType::Queued},
        {QStringLiteral("preparing"), EventType::Queued},
        {QStringLiteral("pending"), EventType::Queued},
        {QStringLiteral("scheduled"), EventType::Queued},
        {QStringLiteral("manual"), EventType::Queued}, // waits until a user starts it
        {QStringLiteral("running"), EventType::Processing},
        {QStringLiteral("canceling"), EventType::Processing},
        {QStringLiteral("success"), EventType::Completed},
        {QStringLiteral("skipped"), EventType::Completed},
        {QStringLiteral("failed"), EventType::Failed},
        {QStringLiteral("canceled"), EventType::Cancelled}};
    const auto it = types.find(status);
    return it == types.end() ? std::nullopt : std::optional(*it);
}

void readStatus(FieldReader &fields, QLatin1String name, JobChange &change)
{
    const QString status = fields.text(name).value_or(QString());
    const auto type = typeOf(status);
    if (!type) {
        fields.reject(unknownWord(QLatin1String("status"), status));
        return;
    }
    change.type = *type;
    if (isTerminal(*type))
        change.extra.insert(QLatin1String("conclusion"), status);
}

int countEnded(const QJsonArray &builds)
{
    int ended = 0;
    for (const QJsonValue &build : builds) {
        const auto type = typeOf(build[QLatin1String("status")].toString());
        ended += type && isTerminal(*type) ? 1 : 0;
    }
    return ended;
}

Result<JobChange> readPipeline(FieldReader &fields, const Inbound &inbound)
{
    auto pipeline = FieldReader::open(fields.json(QLatin1String("object_attributes")),
                                      FieldReader::Details::Dropped);
    if (!pipeline)
        return Error{errorcode::badField, QStringLiteral("object_attributes: must be an object")};
    JobChange change;
    change.jobId = ciJobId(*pipeline, QLatin1String("id"), inbound, "pipeline");
    readStatus(*pipeline, QLatin1String("status"), change);
    keepTexts(*pipeline, change,
              {QLatin1String("ref"), QLatin1String("sha"), QLatin1String("source"),
               QLatin1String("name")});
    if (const auto url = pipeline->text(QLatin1String("url")))
        change.extra.insert(QLatin1String("html_url"), *url);
    change.message = pipeline->text(QLatin1String("detailed_status"));
    const QJsonArray builds = jsonValue(fields.json(QLatin1String("builds"))).toArray();
    change.run = pipelineRun(*pipeline, builds, isTerminal(change.type));
    adoptStepCount(change, countEnded(builds), static_cast<int>(builds.size()));
    if (pipeline->error())
        return *pipeline->error();
    return change;
}

Result<JobChange> readJob(FieldReader &fields, const Inbound &inbound)
{
    JobChange change;
    change.jobId = ciJobId(fields, QLatin1String("build_id"), inbound, "job");
    readStatus(fields, QLatin1String("build_status"), change);
    change.run = jobRun(fields, isTerminal(change.type));
    change.message = fields.text(QLatin1String("build_name"));
    keepTexts(fields, change,
              {QLatin1String("ref"), QLatin1String("sha"), QLatin1String("build_stage"),
               QLatin1String("build_failure_reason")});
    if (fields.error())
        return *fields.error();
    return change;
}

/// Returns the key that is the same for retries of one event. A UUID also covers events caused by
/// an event, so the body tells them apart.
DedupKey dedupKeyOf(const Inbound &inbound)
{
    if (const QByteArray key = inbound.header("idempotency-key"); !key.isEmpty())
        return idDedupKey(inbound, key);
    if (const QByteArray uuid = inbound.header("x-gitlab-event-uuid"); !uuid.isEmpty())
        return idDedupKey(inbound, uuid + '\n' + bodyDedupKey(inbound).text);
    return bodyDedupKey(inbound);
}

} // namespace

Result<Mapped> GitlabMapping::map(const Inbound &inbound) const
{
    auto fields = FieldReader::open(inbound.body, FieldReader::Details::Dropped);
    if (!fields)
        return fields.error();
    const QString kind = fields->text(QLatin1String("object_kind")).value_or(QString());
    const bool isPipeline = kind == QLatin1String("pipeline");
    if (!isPipeline && kind != QLatin1String("build"))
        return Mapped{{}, {}, dedupKeyOf(inbound), false};
    Result<JobChange> change =
        isPipeline ? readPipeline(*fields, inbound) : readJob(*fields, inbound);
    if (!change)
        return change.error();
    change->kind = JobKind::Generic;
    keepRepository(*fields, *change, QLatin1String("project"),
                   QLatin1String("path_with_namespace"));
    if (!change->extra.contains(QLatin1String("repository")))
        keepRepository(*fields, *change, QLatin1String("repository"), QLatin1String("name"));
    describeOutcome(*change);
    return Mapped{{std::move(*change)}, {}, dedupKeyOf(inbound), true, fields->notes()};
}

} // namespace hub
