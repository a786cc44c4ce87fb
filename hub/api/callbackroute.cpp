// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/base/utf8.h"
#include "hub/core/jobstate.h"
#include "hub/json/jsonwriter.h"
#include "hub/wire/fieldreader.h"

namespace hub {

namespace {

/// The source that receives the webhook, and the attempt of the job that it is for.
struct Callback
{
    QByteArray source = "runpod-completion";
    QByteArray restoreId; ///< Empty = the current attempt of the job.
};

/// Reads `source` and `restore_id`. Both members and the whole body are optional.
Result<Callback> parseCallback(const QByteArray &body)
{
    Callback callback;
    if (body.isEmpty())
        return callback;
    auto fields = FieldReader::open(body);
    if (!fields)
        return fields.error();
    const QByteArray source = fields->id(QLatin1String("source"));
    callback.restoreId = fields->foreignId(QLatin1String("restore_id"));
    if (fields->error())
        return *fields->error();
    if (!source.isEmpty())
        callback.source = source;
    return callback;
}

/// Returns the callback URL of a job. Its MAC is valid for this job only. The caller may publish to
/// the job anyway, so the URL gives no further rights.
Result<QByteArray> urlOf(const Api &api, const Callback &callback, const Job &job,
                         const QByteArray &attempt)
{
    const QString name = fromUtf8(callback.source);
    const auto found = api.sources.find(callback.source);
    if (found == api.sources.end())
        return Error{"unknown_source", QStringLiteral("there is no source %1").arg(name)};
    const WebhookSource &source = found->second;
    if (!source.scheme->needsCallback)
        return Error{
            "no_callback",
            QStringLiteral(
                "the source %1 has the scheme %2: callback URLs exist only for the scheme runpod")
                .arg(name, QString(source.scheme->name))};
    if (!source.verifier)
        return Error{
            "no_secret",
            QStringLiteral("the source %1 has no secrets_file, which the callback URL needs")
                .arg(name)};
    if (!source.owner.isEmpty() && source.owner != job.owner)
        return Error{"no_callback",
                     QStringLiteral("the source %1 is for jobs of another owner").arg(name)};
    if (api.publicUrl.isEmpty())
        return Error{
            "no_public_url",
            QStringLiteral(
                "hub.public_url is not set: set it to the address at which senders reach the hub")};
    return api.publicUrl + "/api/v1/webhooks/" + callback.source.toPercentEncoding() + '?'
           + source.verifier->callbackQuery(callback.source, attempt);
}

void answer(const Api &api, const Callback &callback, const Job &job, Reply &reply)
{
    const QByteArray restoreId = callback.restoreId.isEmpty() ? job.restoreId : callback.restoreId;
    const Result<QByteArray> url = urlOf(api, callback, job, attemptName(job.id, restoreId));
    if (!url)
        return reply.send(problemOf(url.error()));
    JsonWriter json;
    json.beginObject();
    json.key("url").string(*url);
    json.key("job_id").string(job.id);
    json.textIf("restore_id", restoreId);
    json.key("source").string(callback.source);
    json.endObject();
    reply.send(Response::json(200, json.take()).with("Cache-Control", "no-store"));
}

void makeCallback(Api &api, const Request &request, Reply reply)
{
    const QByteArray id = request.parameters.front();
    const Result<Callback> callback = parseCallback(request.body);
    if (!callback)
        return reply.send(problemOf(callback.error()));
    const auto found =
        [&api, id, callback = *callback, visible = visibilityOf(request),
         reply = std::make_shared<Reply>(std::move(reply))](const Result<std::optional<Job>> &job) {
            if (!job)
                return reply->send(problemOf(job.error()));
            if (!*job || !visible.covers((*job)->id, (*job)->owner))
                return reply->send(unknownJobProblem(id));
            answer(api, callback, **job, *reply);
        };
    api.hub.store().job(id, found, laneOf(request));
}

} // namespace

void addCallbackRoute(Router &router, Api &api)
{
    router.add("POST", "/api/v1/jobs/{id}/callback", bound(api, makeCallback), Access::Publish);
}

} // namespace hub
