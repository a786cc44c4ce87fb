// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/hubapi.h"

#include "hub/json/jsondocument.h"
#include "hub/json/jsonslice.h"
#include "hub/wire/topic.h"
#include "ui/client/boundedreply.h"
#include "ui/client/historyreader.h"
#include "ui/client/httprequest.h"
#include "ui/client/hubstream.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace ui {

namespace {

constexpr qint64 maxAnswerBytes = 64 * 1024 * 1024;
constexpr int maxRedirects = 5;
constexpr int mostUnjudged = 1'000'000; ///< So that sums over pages do not overflow soon.
constexpr qsizetype mostGroups = 100; ///< Of kinds, of owners and of labels.
constexpr qint64 mostJobs = 1'000'000'000'000; ///< So that sums of counts do not overflow.

hub::Result<QJsonObject> objectOf(const hub::Result<HttpAnswer> &answer)
{
    if (!answer)
        return answer.error();
    const QJsonDocument document = hub::parseJson(answer->body);
    if (!document.isObject())
        return hub::Error{"bad_answer", HubApi::tr("the hub's answer is not a JSON object")};
    return document.object();
}

hub::Result<hub::Job> jobOf(const hub::Result<HttpAnswer> &answer)
{
    const auto object = objectOf(answer);
    if (!object)
        return object.error();
    if (auto job = hub::jobFromJson(answer->body))
        return std::move(*job);
    return hub::Error{"bad_answer", HubApi::tr("the hub's answer is not a job")};
}

hub::Result<HubApi::JobPage> pageOf(const hub::Result<HttpAnswer> &answer)
{
    HubApi::JobPage page;
    if (answer && answer->status == 304) {
        page.notModified = true;
        page.etag = answer->etag;
        return page;
    }
    const auto object = objectOf(answer);
    if (!object)
        return object.error();
    page.jobs = jobsFromJson(hub::jsonMember(answer->body, "jobs").value_or(QByteArrayView()));
    page.asOf = object->value(QLatin1String("as_of")).toString().toUtf8();
    page.next = object->value(QLatin1String("next")).toString().toUtf8();
    page.unjudged = qBound(0, object->value(QLatin1String("unjudged")).toInt(), mostUnjudged);
    page.etag = answer->etag;
    return page;
}

JobTotals::Counts countsOf(const QJsonObject &object)
{
    JobTotals::Counts counts{};
    const QJsonObject statuses = object.value(QLatin1String("statuses")).toObject();
    for (auto count = statuses.begin(); count != statuses.end(); ++count)
        if (const auto status = hub::parseJobStatus(count.key().toUtf8()))
            counts[static_cast<size_t>(*status)] = qBound<qint64>(0, count->toInteger(), mostJobs);
    return counts;
}

QList<JobTotals::Group> groupsOf(const QJsonObject &totals, const char *name)
{
    QList<JobTotals::Group> groups;
    const QJsonArray listed = totals.value(QLatin1String(name)).toArray();
    for (const QJsonValue &value : listed) {
        if (groups.size() == mostGroups)
            break;
        const QJsonObject group = value.toObject();
        groups.append({group.value(QLatin1String("name")).toString(),
                       group.value(QLatin1String("value")).toString(), countsOf(group)});
    }
    return groups;
}

hub::Result<JobTotals> totalsOf(const hub::Result<HttpAnswer> &answer)
{
    const auto object = objectOf(answer);
    if (!object)
        return object.error();
    JobTotals totals;
    totals.asOf = object->value(QLatin1String("as_of")).toString().toUtf8();
    totals.statuses = countsOf(*object);
    totals.kinds = groupsOf(*object, "kinds");
    totals.owners = groupsOf(*object, "owners");
    totals.labels = groupsOf(*object, "labels");
    if (hub::Cursor::parse(totals.asOf))
        return totals;
    return hub::Error{"bad_answer", HubApi::tr("the hub's answer has no counts of jobs")};
}

QByteArray jobPath(const QByteArray &id, const QByteArray &rest = {})
{
    return "/api/v1/jobs/" + id + rest;
}

template<typename T>
bool refusesId(const QByteArray &id, QObject *context, const HubApi::Answer<T> &answer)
{
    if (hub::isValidId(id))
        return false;
    const hub::Error error{"bad_job_id",
                           HubApi::tr("invalid job id: use 1 to 128 of the characters "
                                      "A-Z a-z 0-9 . _ ~ : @ + = -")};
    QMetaObject::invokeMethod(
        context, [answer, error] { answer(error); }, Qt::QueuedConnection);
    return true;
}

QNetworkRequest getRequest(const QUrl &url)
{
    QNetworkRequest request = httpRequest(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(maxRedirects);
    request.setTransferTimeout();
    return request;
}

/// Treats a redirect as an error, so that a POST is never repeated at another address.
QNetworkRequest postRequest(const QUrl &url)
{
    QNetworkRequest request = httpRequest(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout();
    return request;
}

} // namespace

HubApi::HubApi(QNetworkAccessManager *network, const QUrl &hub, const hub::Clock &clock,
               QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_hub(hub)
    , m_clock(clock)
{ }

void HubApi::get(const QByteArray &path, QObject *context, Answer<QJsonObject> answer)
{
    receive(m_network->get(getRequest(hubUrl(m_hub, path))), maxAnswerBytes, context,
            [answer](const hub::Result<HttpAnswer> &received) { answer(objectOf(received)); });
}

void HubApi::jobs(const QByteArray &query, const QByteArray &etag, QObject *context,
                  Answer<JobPage> answer)
{
    QNetworkRequest request = getRequest(hubUrl(m_hub, "/api/v1/jobs", query));
    if (!etag.isEmpty())
        request.setRawHeader("If-None-Match", etag);
    receive(m_network->get(request), maxAnswerBytes, context,
            [answer](const hub::Result<HttpAnswer> &received) { answer(pageOf(received)); });
}

void HubApi::job(const QByteArray &id, QObject *context, Answer<hub::Job> answer)
{
    if (refusesId(id, context, answer))
        return;
    receive(m_network->get(getRequest(hubUrl(m_hub, jobPath(id)))), maxAnswerBytes, context,
            [answer](const hub::Result<HttpAnswer> &received) { answer(jobOf(received)); });
}

void HubApi::jobTotals(QObject *context, Answer<JobTotals> answer)
{
    receive(m_network->get(getRequest(hubUrl(m_hub, "/api/v1/jobs:counts"))), maxAnswerBytes,
            context,
            [answer](const hub::Result<HttpAnswer> &received) { answer(totalsOf(received)); });
}

void HubApi::post(const QByteArray &path, const QByteArray &body, const QByteArray &idempotencyKey,
                  QObject *context, Answer<QJsonObject> answer)
{
    QNetworkRequest request = postRequest(hubUrl(m_hub, path));
    if (!idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", idempotencyKey);
    receive(m_network->post(request, body), maxAnswerBytes, context,
            [answer](const hub::Result<HttpAnswer> &received) { answer(objectOf(received)); });
}

void HubApi::createJob(const QJsonObject &body, QObject *context, Answer<QJsonObject> answer)
{
    post("/api/v1/jobs", QJsonDocument(body).toJson(QJsonDocument::Compact), {}, context,
         std::move(answer));
}

void HubApi::publish(const QByteArray &jobId, const QJsonObject &body,
                     const QByteArray &idempotencyKey, QObject *context, Answer<QJsonObject> answer)
{
    publishText(jobId, QJsonDocument(body).toJson(QJsonDocument::Compact), idempotencyKey, context,
                std::move(answer));
}

void HubApi::publishText(const QByteArray &jobId, const QByteArray &json,
                         const QByteArray &idempotencyKey, QObject *context,
                         Answer<QJsonObject> answer)
{
    if (!refusesId(jobId, context, answer))
        post(jobPath(jobId, "/events"), json, idempotencyKey, context, std::move(answer));
}

void HubApi::deliveries(const QByteArray &query, QObject *context, Answer<QJsonObject> answer)
{
    receive(m_network->get(getRequest(hubUrl(m_hub, "/api/v1/deliveries", query))), maxAnswerBytes,
            context,
            [answer](const hub::Result<HttpAnswer> &received) { answer(objectOf(received)); });
}

void HubApi::delivery(qint64 id, QObject *context, Answer<QJsonObject> answer)
{
    get("/api/v1/deliveries/" + QByteArray::number(id), context, std::move(answer));
}

void HubApi::deliveryVerdict(qint64 id, QObject *context, Answer<QJsonObject> answer)
{
    get("/api/v1/deliveries/" + QByteArray::number(id) + "/verdict", context, std::move(answer));
}

void HubApi::replayDelivery(qint64 id, QObject *context, Answer<QJsonObject> answer)
{
    post("/api/v1/deliveries/" + QByteArray::number(id) + "/replay", "{}", {}, context,
         std::move(answer));
}

void HubApi::closeConnection(qint64 id, QObject *context, Answer<QJsonObject> answer)
{
    QNetworkRequest request =
        postRequest(hubUrl(m_hub, "/api/v1/admin/connections/" + QByteArray::number(id)));
    receive(m_network->deleteResource(request), maxAnswerBytes, context,
            [answer](const hub::Result<HttpAnswer> &received) { answer(objectOf(received)); });
}

void HubApi::callback(const QByteArray &jobId, const QJsonObject &body, QObject *context,
                      Answer<QJsonObject> answer)
{
    if (!refusesId(jobId, context, answer))
        post(jobPath(jobId, "/callback"), QJsonDocument(body).toJson(QJsonDocument::Compact), {},
             context, std::move(answer));
}

void HubApi::cancel(const QByteArray &jobId, QObject *context, Answer<QJsonObject> answer)
{
    if (!refusesId(jobId, context, answer))
        post(jobPath(jobId, "/cancel"), "{}", {}, context, std::move(answer));
}

void HubApi::history(const QByteArray &jobId, QObject *context, Answer<QList<JobEvent>> answer)
{
    if (refusesId(jobId, context, answer))
        return;
    auto *reader = new HistoryReader(m_network, m_clock, context);
    receive(m_network->get(getRequest(hubUrl(m_hub, jobPath(jobId)))), maxAnswerBytes, reader,
            [reader, jobId, hub = m_hub, answer](const hub::Result<HttpAnswer> &received) {
                const auto object = objectOf(received);
                if (object)
                    return reader->read(hub, jobId, *object, answer);
                reader->deleteLater();
                answer(object.error());
            });
}

void HubApi::download(const QUrl &url, qint64 maxBytes, QObject *context, Answer<QByteArray> answer)
{
    const auto refuse = [&](const QString &message) {
        QMetaObject::invokeMethod(
            context,
            [answer, message] {
                answer(hub::Error{"bad_url", message});
            },
            Qt::QueuedConnection);
    };
    const bool isData = url.scheme() == QLatin1String("data");
    if (!isData && !isHttpUrl(url))
        return refuse(tr("not an http, https or data URL"));
    // Percent-encoding makes data at most three times longer. A longer URL cannot decode to
    // `maxBytes`.
    if (isData && url.toEncoded().size() > 3 * maxBytes + 1024)
        return refuse(tr("larger than %1 bytes").arg(maxBytes));
    receive(m_network->get(getRequest(url)), maxBytes, context,
            [answer](const hub::Result<HttpAnswer> &received) {
                if (!received)
                    return answer(received.error());
                answer(received->body);
            });
}

} // namespace ui
