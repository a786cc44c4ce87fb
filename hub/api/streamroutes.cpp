// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/auth/authenticator.h"
#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"
#include "hub/core/lane.h"
#include "hub/http/fieldsyntax.h"

namespace hub {

namespace {

constexpr qsizetype maxJobsInOneStream = 1000;
constexpr qsizetype maxTextBytes = 256;
constexpr qsizetype maxClientCharacters = 64;

/// Returns the cursor of the client. The header comes first: an EventSource sends it on a
/// reconnect, while its URL still has the cursor with which the page started.
QByteArray cursorOf(const Request &request)
{
    for (const QByteArray &text :
         {request.header("last-event-id"), request.parameter("last_event_id"),
          request.parameter("lastEventId"), request.parameter("lastEventID")})
        if (!text.isEmpty())
            return text.left(maxTextBytes);
    return {};
}

/// Returns whether a client with this cursor has the terminal event of the job, so that its stream
/// is answered with 204.
bool hasAll(const Api &api, const StreamRequest &stream, const Job &job)
{
    const std::optional<Cursor> cursor = Cursor::parse(stream.cursor);
    const bool isMeant = !stream.subscription.kind || job.kind == *stream.subscription.kind;
    return cursor && isMeant && !job.terminalEvent.isNull()
           && cursor->epoch == api.hub.store().epoch() && cursor->id >= job.terminalEvent
           && cursor->id <= api.hub.streams().head();
}

/// Answers a HEAD with the head that a GET would get. It makes no snapshot, does not count as a
/// stream, and reads at most one job.
void answerHead(Api &api, const StreamRequest &stream, const Hub::Admission &admission)
{
    if (!stream.subscription.endsWithJob()) {
        (void)admission.accept();
        return;
    }
    api.hub.store().job(
        stream.subscription.jobs.constFirst(),
        [&api, stream, admission](const Result<std::optional<Job>> &found) {
            const Job *job = found && *found ? &**found : nullptr;
            // A job that the caller may not see is treated as one that does not exist.
            const bool visible = job && stream.subscription.visible.covers(job->id, job->owner);
            if (visible && hasAll(api, stream, *job))
                return admission.ended();
            (void)admission.accept();
        },
        laneOf(stream.user, stream.address));
}

/// Returns the request of a stream, or the error of a parameter.
Result<StreamRequest> streamOf(Api &api, const Request &request, Subscription subscription)
{
    const Result<qint64> heartbeat =
        numberParameter(request, "heartbeat", 5, 60, api.heartbeat.count());
    if (!heartbeat)
        return heartbeat.error();
    const Result<QByteArray> client = textParameter(request, "client", maxClientCharacters);
    if (!client)
        return client.error();
    StreamRequest stream;
    stream.subscription = std::move(subscription);
    stream.subscription.visible = visibilityOf(request);
    stream.cursor = cursorOf(request);
    stream.heartbeat = std::chrono::seconds{*heartbeat};
    stream.remote = request.remote();
    stream.address = request.network.toHex(); // limits count by the network
    stream.proxied = request.client != request.peer;
    stream.resumes = !request.header("last-event-id").isEmpty();
    stream.userAgent = fromUtf8(request.header("user-agent").left(maxTextBytes));
    stream.client = *client;
    const Principal &principal = principalOf(request);
    if (request.principal) // without keys all callers have one subject: they count by address
        stream.user = principal.subject;
    stream.admin = principal.isAdmin();
    stream.tokenId = principal.tokenId;
    stream.keyDigest = principal.keyDigest;
    stream.expiresMs = principal.expiresMs;
    stream.compressed = acceptsGzip(request.header("accept-encoding"));
    return stream;
}

void open(Api &api, const Request &request, Reply reply, Subscription subscription)
{
    Result<StreamRequest> stream = streamOf(api, request, std::move(subscription));
    if (!stream)
        return reply.send(problemOf(stream.error()));
    QList<std::pair<QByteArray, QByteArray>> headers{{"Vary", "Accept-Encoding"}};
    if (stream->compressed)
        headers.emplaceBack("Content-Encoding", "gzip");
    const auto shared = std::make_shared<Reply>(std::move(reply));
    // A revocation cannot close this stream before it is registered, so check the principal again.
    const auto accept = [&api, shared, headers,
                         asked = request.principal]() -> std::unique_ptr<StreamSink> {
        const auto stands = asked ? api.authenticator.standing(*asked) : Result<void>();
        if (stands)
            return shared->stream(headers);
        shared->send(unidentifiedProblem(stands.error()));
        return nullptr;
    };
    Hub::Admission admission{accept, [shared] { shared->send(Response::empty(204)); }};
    if (request.headOnly)
        return answerHead(api, *stream, admission);
    api.hub.open(std::move(*stream), std::move(admission));
}

Result<Subscription> oneJob(const QByteArray &id, Scope scope)
{
    if (!isValidId(id))
        return Error{
            "bad_job_id",
            QStringLiteral("a job id must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ : @ + = -")};
    Subscription subscription;
    subscription.scope = scope;
    subscription.jobs = {id};
    return subscription;
}

Result<Subscription> jobStream(const Request &request)
{
    return oneJob(request.parameters.front(), Scope::Job);
}

Result<Subscription> executionStream(const Request &request)
{
    Result<Subscription> subscription = oneJob(request.parameters.front(), Scope::Execution);
    if (subscription) {
        subscription->dialect = Dialect::Execution;
        subscription->kind = JobKind::Execution;
    }
    return subscription;
}

Result<Subscription> imageStream(const Request &request)
{
    const QByteArray id = request.parameter("request_id");
    Result<Subscription> subscription =
        id.isEmpty() ? Result<Subscription>(Subscription{}) : oneJob(id, Scope::Image);
    if (subscription) {
        subscription->scope = Scope::Image;
        subscription->dialect = Dialect::Image;
        subscription->kind = JobKind::Image;
    }
    return subscription;
}

Result<Subscription> notificationStream(const Request &request)
{
    const Result<QByteArray> user = userParameter(request, "user");
    if (!user)
        return user.error();
    Subscription subscription;
    subscription.scope = Scope::Notifications;
    subscription.user = user->isEmpty() ? callerOf(request) : *user;
    if (subscription.user != callerOf(request) && !principalOf(request).isAdmin())
        return Error{
            errorcode::insufficientScope,
            QStringLiteral("user: only admins may follow the notifications of another user")};
    return subscription;
}

Result<Subscription> hubStream(const Request &)
{
    Subscription subscription;
    subscription.scope = Scope::Hub;
    return subscription;
}

std::optional<Error> readJobs(const Request &request, Subscription &subscription)
{
    for (const QByteArray &id : request.parameterValues("job")) {
        if (!isValidId(id))
            return Error{"bad_parameter", QStringLiteral("job: must be a valid job id")};
        if (!subscription.jobs.contains(id))
            subscription.jobs.append(id);
        if (subscription.jobs.size() > maxJobsInOneStream)
            return Error{"bad_parameter",
                         QStringLiteral("job: more than %1 in one stream").arg(maxJobsInOneStream)};
    }
    return {};
}

std::optional<Error> readTypes(const Request &request, Subscription &subscription)
{
    for (const QByteArray &word : wordsParameter(request, "types")) {
        const std::optional<EventType> type = parseEventType(word);
        if (!type)
            return Error{"bad_parameter", QStringLiteral("types: no such event type")};
        subscription.types.insert(*type);
    }
    return {};
}

Result<Subscription> jobsStream(const Request &request)
{
    Subscription subscription;
    if (const auto error = readJobs(request, subscription))
        return *error;
    if (const auto error = readTypes(request, subscription))
        return *error;
    const QByteArray kind = request.parameter("kind");
    subscription.kind = parseJobKind(kind);
    if (!kind.isEmpty() && !subscription.kind)
        return Error{"bad_parameter",
                     QStringLiteral("kind: must be restore, execution, image or generic")};
    const Result<QByteArray> owner = userParameter(request, "owner");
    if (!owner)
        return owner.error();
    subscription.owner = *owner;
    return subscription;
}

template<typename Parse>
void addStream(Router &router, Api &api, const char *path, Parse parse, Access access)
{
    router.add(
        "GET", path,
        [&api, parse](const Request &request, Reply reply) {
            Result<Subscription> subscription = parse(request);
            if (!subscription)
                return reply.send(problemOf(subscription.error()));
            open(api, request, std::move(reply), std::move(*subscription));
        },
        access);
}

} // namespace

void addStreamRoutes(Router &router, Api &api)
{
    const auto add = [&](const char *path, auto parse) {
        addStream(router, api, path, parse, Access::Stream);
    };
    add("/api/v1/events/{job_id}", jobStream);
    add("/api/v1/events", jobsStream);
    add("/api/v1/events/executions/{id}", executionStream);
    add("/api/v1/events/notifications/stream", notificationStream);
    add("/api/image-gen/events", imageStream);
    add("/v1/image-gen/events", imageStream);
}

void addHubStreamRoute(Router &router, Api &api)
{
    addStream(router, api, "/api/v1/events/hub", hubStream, Access::Admin);
}

} // namespace hub
