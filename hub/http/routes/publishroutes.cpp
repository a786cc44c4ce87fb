// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/answers.h"
#include "hub/http/api.h"
#include "hub/wire/jobchangeparser.h"
#include "hub/wire/jsonslice.h"
#include "hub/wire/jsonwriter.h"

#include <QJsonObject>

namespace hub {

namespace {

constexpr qsizetype maxBatchEvents = 10'000;
constexpr qsizetype maxKeyBytes = 256;

Error badJobId()
{
    return {"bad_job_id", QStringLiteral("a job id is 1 to 128 of A-Z a-z 0-9 . _ ~ : @ + = -")};
}

Result<Publish> publishOf(const Api &api, JobChange change, const QByteArray &key,
                          const Request &request)
{
    if (!isValidId(change.jobId))
        return badJobId();
    if (key.size() > maxKeyBytes)
        return Error{"bad_field",
                     QStringLiteral("idempotency key: longer than %1 bytes").arg(maxKeyBytes)};
    const bool reserved = isReserved(api, request, change.jobId);
    return Publish{std::move(change), key, callerOf(request), visibilityOf(request), reserved};
}

Result<Publish> parseRequest(const Api &api, const Request &request)
{
    Result<JobChange> change = parsePublish(request.body);
    if (!change)
        return change.error();
    change->jobId = request.parameters.front();
    return publishOf(api, std::move(*change), request.header("idempotency-key"), request);
}

void writeReceipt(JsonWriter &json, const Receipt &receipt, const QByteArray &epoch)
{
    json.key("event_id");
    if (receipt.event.isNull())
        json.null();
    else
        json.string(wireId(epoch, receipt.event));
    json.key("duplicate").boolean(receipt.duplicate);
    if (!receipt.ignored.isEmpty())
        json.key("ignored").string(receipt.ignored);
}

void publish(Api &api, const Request &request, Reply reply)
{
    Result<Publish> parsed = parseRequest(api, request);
    if (!parsed)
        return reply.send(problemOf(parsed.error()));
    api.hub.write(std::move(*parsed), [&api, reply = std::make_shared<Reply>(std::move(reply))](
                                          const Result<Written> &written) {
        const Result<Receipt> receipt = receiptOf(written);
        if (!receipt)
            return reply->send(problemOf(receipt.error()));
        JsonWriter json;
        json.beginObject();
        writeReceipt(json, *receipt, api.hub.store().epoch());
        json.endObject();
        reply->send(Response::json(202, json.take()));
    });
}

/// One line of a batch: as the publish body, with `job_id` and optionally `idempotency_key` in it.
Result<Publish> parseLine(const Api &api, QByteArrayView line, const Request &request)
{
    const QLatin1String keyField("idempotency_key");
    Result<JobChange> change = parsePublish(QByteArray::fromRawData(line.data(), line.size()));
    if (!change)
        return change.error();
    QByteArray key;
    if (!change->extra.isEmpty())
        key = change->extra.take(keyField).toString().toUtf8();
    return publishOf(api, std::move(*change), key, request);
}

/// A batch on its way: lines that cannot be read are answered without going to the store.
struct Batch
{
    PublishBatch publishes;
    std::vector<Error> lines; ///< One per line; without a code = the next of the publishes.
};

Result<Batch> parseBatch(const Api &api, const Request &request)
{
    Batch batch;
    QByteArrayView rest(request.body);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = (end < 0 ? rest : rest.first(end)).trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.isEmpty())
            continue;
        if (static_cast<qsizetype>(batch.lines.size()) == maxBatchEvents)
            return Error{"bad_batch",
                         QStringLiteral("more than %1 events in one batch").arg(maxBatchEvents)};
        Result<Publish> parsed = parseLine(api, line, request);
        batch.lines.push_back(parsed ? Error{} : parsed.error());
        if (parsed)
            batch.publishes.items.push_back(std::move(*parsed));
    }
    return batch;
}

void writeLine(JsonWriter &json, qint64 line, int status, const Error &error,
               const Receipt *receipt, const QByteArray &epoch)
{
    json.beginObject();
    json.key("line").number(line);
    json.key("status").number(static_cast<qint64>(status));
    if (receipt)
        writeReceipt(json, *receipt, epoch);
    else
        json.key("code").string(error.code).key("detail").string(error.message);
    json.endObject().endLine();
}

QByteArray batchAnswer(const std::vector<Error> &lines, const std::vector<Receipt> &receipts,
                       const QByteArray &epoch)
{
    JsonWriter json;
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool sent = lines[i].code.isEmpty();
        const Receipt *receipt = sent ? &receipts[next++] : nullptr;
        const Error &error = sent ? receipt->error : lines[i];
        const bool ok = error.code.isEmpty();
        const int status = ok ? 202 : problemOf(error).status;
        writeLine(json, static_cast<qint64>(i) + 1, status, error, ok ? receipt : nullptr, epoch);
    }
    return json.take();
}

void publishBatch(Api &api, const Request &request, Reply reply)
{
    Result<Batch> batch = parseBatch(api, request);
    if (!batch)
        return reply.send(problemOf(batch.error()));
    if (batch->lines.empty())
        return reply.send(
            problemOf({"bad_batch", QStringLiteral("no events: one JSON object a line")}));
    api.hub.write(std::move(batch->publishes), [&api, lines = std::move(batch->lines),
                                                reply = std::make_shared<Reply>(std::move(reply))](
                                                   const Result<Written> &written) {
        if (!written)
            return reply->send(problemOf(written.error()));
        const QByteArray epoch = api.hub.store().epoch();
        reply->send(Response::text(207, "application/x-ndjson",
                                   batchAnswer(lines, written->receipts, epoch)));
    });
}

void notify(Api &api, const Request &request, Reply reply)
{
    const QByteArray user = request.parameters.front();
    if (!isValidId(user))
        return reply.send(
            problemOf({"bad_user_id",
                       QStringLiteral("a user id is 1 to 128 of A-Z a-z 0-9 . _ ~ : @ + = -")}));
    if (user != callerOf(request) && !principalOf(request).may(Permission::Notify))
        return reply.send(missingScopeProblem("notify"));
    const Result<QJsonObject> body = parseJsonObject(request.body);
    if (!body)
        return reply.send(problemOf(body.error()));
    Notify write{user, request.body.trimmed(), request.header("idempotency-key"),
                 callerOf(request)};
    api.hub.write(std::move(write), [&api, reply = std::make_shared<Reply>(std::move(reply))](
                                        const Result<Written> &written) {
        if (!written)
            return reply->send(problemOf(written.error()));
        JsonWriter json;
        json.beginObject();
        writeReceipt(json, written->receipts.front(), api.hub.store().epoch());
        json.endObject();
        reply->send(Response::json(202, json.take()));
    });
}

} // namespace

void addPublishRoutes(Router &router, Api &api)
{
    router.add("POST", "/api/v1/jobs/{id}/events", bound(api, publish), Access::Publish);
    router.add("POST", "/api/v1/events:batch", bound(api, publishBatch), Access::Publish);
    router.add("POST", "/api/v1/users/{id}/notifications", bound(api, notify), Access::Notify);
}

} // namespace hub
