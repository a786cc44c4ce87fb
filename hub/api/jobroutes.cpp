// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/api/batchpublish.h"
#include "hub/base/clock.h"
#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"
#include "hub/filter/jobfields.h"
#include "hub/json/jsondocument.h"
#include "hub/json/jsonwriter.h"
#include "hub/wire/jobchangeparser.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace hub {

namespace {

constexpr qsizetype maxSearchCharacters = 256;

/// Appends the member `as_of` to the text of a JSON object.
QByteArray withAsOf(QByteArray object, const QByteArray &asOf)
{
    object.chop(1);
    return object + R"(,"as_of":")" + asOf + R"("})";
}

/// Returns a hash that is equal for equal JSON values: member order and white space do not count.
QByteArray fingerprintOf(const QByteArray &body)
{
    QByteArray canonical = parseJson(body).toJson(QJsonDocument::Compact);
    for (const QByteArray &number : inexactNumbers(body))
        canonical += '\n' + number;
    return QCryptographicHash::hash(canonical, QCryptographicHash::Sha256);
}

/// Returns the id of a job that is created with an idempotency key and without an id. It depends
/// only on caller and key, so that a repeated request finds the job of the first.
QByteArray jobIdOf(const QByteArray &caller, const QByteArray &key)
{
    constexpr qsizetype digits = 32;
    return idsOfKeys
           + QCryptographicHash::hash(caller + '\n' + key, QCryptographicHash::Sha256)
                 .toHex()
                 .left(digits);
}

/// Returns the reason why the caller may not create this job; nothing when the caller may.
std::optional<Error> refusedJob(const Api &api, const Job &job, const Request &request)
{
    if (!job.source.isEmpty() && api.sources.find(job.source) == api.sources.end())
        return Error{errorcode::badField,
                     QStringLiteral("source: no source is configured under this name")};
    if (job.owner != callerOf(request) && !principalOf(request).isAdmin())
        return Error{errorcode::insufficientScope,
                     QStringLiteral("owner: only admins may create jobs for another user")};
    if (!visibilityOf(request).coversNew(job.id))
        return Error{errorcode::insufficientScope,
                     QStringLiteral("job_id: not covered by the jobs claim of the token")};
    return std::nullopt;
}

void createJob(Api &api, const Request &request, Reply reply)
{
    Result<Job> parsed = parseCreateJob(request.body);
    if (!parsed)
        return reply.send(problemOf(parsed.error()));
    if (parsed->owner.isEmpty())
        parsed->owner = callerOf(request);
    const QByteArray key = request.header("idempotency-key");
    if (const auto sound = checkKey(key); !sound)
        return reply.send(problemOf(sound.error()));
    if (isReserved(api, request, parsed->id))
        return reply.send(
            problemOf({"reserved_job_id",
                       QStringLiteral("job_id: %1 is reserved").arg(fromUtf8(parsed->id))}));
    if (parsed->id.isEmpty() && !key.isEmpty())
        parsed->id = jobIdOf(callerOf(request), key);
    if (const auto error = refusedJob(api, *parsed, request))
        return reply.send(problemOf(*error));
    CreateJob create{std::move(*parsed), fingerprintOf(request.body), visibilityOf(request)};
    const auto answer = [&api, reply = std::make_shared<Reply>(std::move(reply))](
                            const Result<Created> &created) {
        if (!created)
            return reply->send(problemOf(created.error()));
        const Job &job = created->job;
        const QByteArray path = "/api/v1/jobs/" + job.id;
        reply->send(Response::json(created->isNew ? 201 : 200, toJson(job, api.hub.store().epoch()))
                        .with("Location", path)
                        .with("Link", "</api/v1/events/" + job.id + ">; rel=\"events\""));
    };
    api.hub.create(std::move(create), answer, laneOf(request));
}

Result<JobQuery> parseQuery(const Request &request)
{
    JobQuery query;
    for (const QByteArray &word : wordsParameter(request, "status")) {
        const std::optional<JobStatus> status = parseJobStatus(word);
        if (!status)
            return Error{"bad_parameter", QStringLiteral("status: no such status")};
        query.statuses.push_back(*status);
    }
    const QByteArray kind = request.parameter("kind");
    query.kind = parseJobKind(kind);
    if (!kind.isEmpty() && !query.kind)
        return Error{"bad_parameter",
                     QStringLiteral("kind: must be restore, execution, image or generic")};
    const Result<QByteArray> owner = userParameter(request, "owner");
    if (!owner)
        return owner.error();
    query.owner = *owner;
    query.visible = visibilityOf(request);
    for (const auto &[name, value] : request.query)
        if (name.startsWith("label."))
            query.labels.emplace_back(fromUtf8(name.mid(6)), fromUtf8(value));
    const Result<QByteArray> text = textParameter(request, "q", maxSearchCharacters);
    if (!text)
        return text.error();
    query.text = fromUtf8(*text);
    query.pageCursor = request.parameter("cursor");
    const Result<qint64> limit = numberParameter(request, "limit", 1, 1000, 100);
    if (!limit)
        return limit.error();
    query.limit = static_cast<int>(*limit);
    return query;
}

/// Reads the parameter `filter` into the query.
std::optional<FilterFault> readFilter(Api &api, const Request &request, JobQuery &query)
{
    // The reader thread serves others meanwhile, so a regular expression gets less than elsewhere.
    const FilterContext context{api.hub.clock().wallMs(), QTimeZone::utc(), 1000, 512};
    std::optional<FilterFault> fault;
    query.filter =
        Filter::parse(fromUtf8(request.parameter("filter")), jobFields(), context, fault);
    return fault;
}

QByteArray pageJson(const JobPage &page, const QByteArray &epoch)
{
    JsonWriter json;
    json.beginObject();
    json.key("as_of").string(Cursor{epoch, page.asOf}.toWire());
    json.key("jobs").beginArray();
    for (const Job &job : page.jobs)
        json.raw(toJson(job, epoch));
    json.endArray();
    json.key("next");
    if (page.next.isEmpty())
        json.null();
    else
        json.string(page.next);
    if (page.unjudged > 0)
        json.key("unjudged").number(qint64{page.unjudged});
    json.endObject();
    return json.take();
}

QByteArray etagOf(const QByteArray &opaque)
{
    return "W/\"" + opaque + '"';
}

Response notModified(const QByteArray &etag)
{
    return Response::empty(304).with("ETag", etag).with("Cache-Control", "no-cache");
}

/// Returns whether the list changes only with new events that the caller may know of. With a filter
/// it can also change with time.
bool followsEvents(const JobQuery &query)
{
    return query.visible.everybodys && query.filter.isEmpty();
}

/// Returns the tag of a list. For a caller who sees every job it is the newest event id. For other
/// callers, and with a filter, it depends only on the jobs in the answer: a tag that changed with
/// hidden jobs would reveal their activity.
QByteArray etagOf(const JobQuery &query, const JobPage &page, const QByteArray &epoch)
{
    if (followsEvents(query))
        return etagOf(Cursor{epoch, page.asOf}.toWire());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(epoch + '\n' + page.next);
    for (const Job &job : page.jobs)
        hash.addData('\n' + job.id + ' ' + job.lastEvent.toString());
    return etagOf(hash.result().toHex().left(32));
}

void listJobs(Api &api, const Request &request, Reply reply)
{
    Result<JobQuery> query = parseQuery(request);
    if (!query)
        return reply.send(problemOf(query.error()));
    if (const auto fault = readFilter(api, request, *query))
        return reply.send(badFilterProblem(*fault));
    // No event was accepted since, so the list is unchanged and needs no database read.
    const QByteArray now =
        etagOf(Cursor{api.hub.store().epoch(), api.hub.streams().head()}.toWire());
    if (followsEvents(*query) && matchesEtag(request, now))
        return reply.send(notModified(now));
    const auto answer =
        [&api, request, query = *query,
         reply = std::make_shared<Reply>(std::move(reply))](const Result<JobPage> &page) {
            if (!page)
                return reply->send(problemOf(page.error()));
            const QByteArray epoch = api.hub.store().epoch();
            const QByteArray etag = etagOf(query, *page, epoch);
            if (matchesEtag(request, etag))
                return reply->send(notModified(etag));
            reply->send(Response::json(200, pageJson(*page, epoch))
                            .with("ETag", etag)
                            .with("Cache-Control", "no-cache"));
        };
    api.hub.store().jobs(*query, answer, laneOf(request));
}

bool isVisible(const std::optional<Job> &job, const Request &request)
{
    return job && visibilityOf(request).covers(job->id, job->owner);
}

void readJob(Api &api, const Request &request, Reply reply)
{
    const QByteArray id = request.parameters.front();
    // The head before the read: the answer may lack events that are published during the read.
    const EventId before = api.hub.streams().head();
    const auto answer =
        [&api, id, request, before,
         reply = std::make_shared<Reply>(std::move(reply))](const Result<std::optional<Job>> &job) {
            if (!job)
                return reply->send(problemOf(job.error()));
            if (!isVisible(*job, request))
                return reply->send(unknownJobProblem(id));
            const QByteArray epoch = api.hub.store().epoch();
            const QByteArray etag = etagOf(Cursor{epoch, (*job)->lastEvent}.toWire());
            if (matchesEtag(request, etag))
                return reply->send(notModified(etag));
            const QByteArray asOf = Cursor{epoch, std::max(before, (*job)->lastEvent)}.toWire();
            reply->send(Response::json(200, withAsOf(toJson(**job, epoch), asOf))
                            .with("ETag", etag)
                            .with("Cache-Control", "no-cache"));
        };
    api.hub.store().job(id, answer, laneOf(request));
}

void cancelNow(Api &api, const QByteArray &id, const std::shared_ptr<Reply> &reply,
               const QByteArray &lane)
{
    Publish publish;
    publish.change.jobId = id;
    publish.change.type = EventType::Cancelled;
    const auto answer = [&api, id, reply](const Result<Published> &published) {
        if (!published)
            return reply->send(problemOf(published.error()));
        const EventId event = published->receipt.event;
        JsonWriter json;
        json.beginObject();
        json.key("job_id").string(id);
        json.key("status").string(QByteArrayLiteral("cancelled"));
        json.key("event_id");
        if (event.isNull())
            json.null();
        else
            json.string(wireId(api.hub.store().epoch(), event));
        json.endObject();
        reply->send(Response::json(202, json.take()));
    };
    api.hub.publish(std::move(publish), answer, lane);
}

void cancelJob(Api &api, const Request &request, Reply reply)
{
    const QByteArray id = request.parameters.front();
    const QByteArray lane = laneOf(request);
    const auto cancel =
        [&api, id, request, lane,
         reply = std::make_shared<Reply>(std::move(reply))](const Result<std::optional<Job>> &job) {
            if (!job)
                return reply->send(problemOf(job.error()));
            if (!isVisible(*job, request))
                return reply->send(unknownJobProblem(id)); // a publish would create the job
            cancelNow(api, id, reply, lane);
        };
    api.hub.store().job(id, cancel, lane);
}

} // namespace

void addJobRoutes(Router &router, Api &api)
{
    router.add("POST", "/api/v1/jobs", bound(api, createJob), Access::Publish);
    router.add("GET", "/api/v1/jobs", bound(api, listJobs), Access::Read);
    router.add("GET", "/api/v1/jobs/{id}", bound(api, readJob), Access::Read);
    router.add("POST", "/api/v1/jobs/{id}/cancel", bound(api, cancelJob), Access::Publish);
}

} // namespace hub
