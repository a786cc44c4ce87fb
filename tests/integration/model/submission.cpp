// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/submission.h"

#include <QJsonDocument>

namespace model {

namespace {

using Way = Submission::Way;

QByteArray keyOf(const Submission &submission)
{
    return "k" + QByteArray::number(submission.serial);
}

/// The JSON members of a publish, without braces.
QByteArray members(const Submission &submission)
{
    QByteArray json = R"("type":")" + hub::toString(submission.type) + R"(","data":{"serial":)"
                      + QByteArray::number(submission.serial) + R"(,"padding":")"
                      + QByteArray(submission.padding, 'p') + "\"}";
    if (submission.progress)
        json += ",\"progress\":" + QByteArray::number(*submission.progress);
    if (submission.attempt)
        json += ",\"attempt\":" + QByteArray::number(*submission.attempt);
    return json;
}

QByteArray webhookName(hub::EventType type)
{
    switch (type) {
    case hub::EventType::Completed: return "result_stored";
    case hub::EventType::Failed: return "execution.failed";
    case hub::EventType::TimedOut: return "execution_timeout";
    default: return "pod.running";
    }
}

QByteArray bodyOf(const Submission &submission)
{
    const QByteArray serial = QByteArray::number(submission.serial);
    switch (submission.way) {
    case Way::Create:
        return R"({"job_id":")" + submission.target + R"(","kind":")"
               + hub::toString(submission.kind) + R"(","owner":")" + submission.owner
               + R"(","labels":{"serial":")" + serial + "\"}}";
    case Way::Publish: return '{' + members(submission) + '}';
    case Way::Notify: return R"({"serial":)" + serial + '}';
    case Way::Webhook: break;
    }
    return R"({"event":")" + webhookName(submission.type) + R"(","execution_id":")"
           + submission.target + R"(","message":"serial )" + serial + "\"}";
}

QByteArray pathOf(const Submission &submission)
{
    switch (submission.way) {
    case Way::Create: return "/api/v1/jobs";
    case Way::Publish: return "/api/v1/jobs/" + submission.target + "/events";
    case Way::Notify: return "/api/v1/users/" + submission.target + "/notifications";
    case Way::Webhook: break;
    }
    return "/api/v1/webhooks/execution";
}

QByteArray post(const QByteArray &path, const QByteArray &fields, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields
           + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

hub::EventId idOf(const QJsonValue &value)
{
    const auto cursor = hub::Cursor::parse(value.toString().toUtf8());
    return cursor ? cursor->id : hub::EventId();
}

std::optional<Ack> readAck(Way way, int status, const QJsonObject &json)
{
    if (status == 409)
        return Ack{.status = status};
    if (status < 200 || status > 202)
        return std::nullopt;
    if (way == Way::Create)
        return Ack{.status = status,
                   .duplicate = status == 200,
                   .event = idOf(json.value(QLatin1String("last_event_id")))};
    const QString effect = json.value(QLatin1String("effect")).toString();
    return Ack{.status = status,
               .duplicate = json.value(QLatin1String("duplicate")).toBool(),
               .ignored = json.contains(QLatin1String("ignored"))
                          || effect.startsWith(QLatin1String("ignored")),
               .event = idOf(json.value(QLatin1String("event_id")))};
}

} // namespace

QByteArray requestBytes(const std::vector<Submission> &submissions)
{
    const Submission &first = submissions.front();
    if (submissions.size() == 1)
        return post(pathOf(first), "Idempotency-Key: " + keyOf(first) + "\r\n", bodyOf(first));
    QByteArray lines;
    for (const Submission &one : submissions)
        lines += R"({"job_id":")" + one.target + R"(","idempotency_key":")" + keyOf(one) + "\","
                 + members(one) + "}\n";
    return post("/api/v1/events:batch", {}, lines);
}

std::optional<std::vector<Ack>> readAcks(const std::vector<Submission> &submissions, int status,
                                         const QByteArray &body)
{
    const bool batch = submissions.size() > 1;
    const QByteArrayList texts = batch ? body.trimmed().split('\n') : QByteArrayList{body};
    if (texts.size() != qsizetype(submissions.size()) || (batch && status != 207))
        return std::nullopt;
    std::vector<Ack> acks;
    for (size_t i = 0; i < submissions.size(); ++i) {
        const QJsonObject json = QJsonDocument::fromJson(texts[qsizetype(i)]).object();
        const int own = batch ? json.value(QLatin1String("status")).toInt() : status;
        const auto ack = readAck(submissions[i].way, own, json);
        if (!ack)
            return std::nullopt;
        acks.push_back(*ack);
    }
    return acks;
}

} // namespace model
