// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/base/systemclock.h"
#include "hub/wire/job.h"
#include "ui/client/jobevent.h"
#include "ui/client/jobtotals.h"

#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace ui {

/// The hub's REST calls. Each call answers once, on the caller's thread, and never after `context`
/// is destroyed. An error has the code and detail of the hub's problem+json. Other error codes are
/// `unreachable`, `too_large`, `bad_answer`, `bad_job_id` and `http_<status>`.
class HubApi : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubApi)

public:
    template<typename T>
    using Answer = std::function<void(hub::Result<T>)>;

    struct JobPage
    {
        QList<hub::Job> jobs;
        /// The hub's newest event when it read the page, as a wire id.
        QByteArray asOf;
        QByteArray next; ///< Page cursor of the next page; empty = last page.
        QByteArray etag;
        int unjudged = 0; ///< Jobs left out: a regular expression of the filter took too long.
        bool notModified = false; ///< 304: nothing changed since the ETag in the request.
    };

    /// `network` and `clock` are not owned and outlive this.
    HubApi(QNetworkAccessManager *network, const QUrl &hub,
           const hub::Clock &clock = hub::systemClock(), QObject *parent = nullptr);

    QUrl hub() const { return m_hub; }

    /// Reads any resource that is a JSON object, such as `/version` or `/api/v1/admin/connections`.
    void get(const QByteArray &path, QObject *context, Answer<QJsonObject> answer);
    /// Reads one page of jobs, the newest change first. `query` is the URL query, such as
    /// `status=failed&limit=100`. An empty `etag` makes the request unconditional.
    void jobs(const QByteArray &query, const QByteArray &etag, QObject *context,
              Answer<JobPage> answer);
    void job(const QByteArray &id, QObject *context, Answer<hub::Job> answer);
    /// Asks how many jobs the hub has that this caller may see.
    void jobTotals(QObject *context, Answer<JobTotals> answer);
    void createJob(const QJsonObject &body, QObject *context, Answer<QJsonObject> answer);
    /// Publishes an event of the job. An empty `idempotencyKey` sends no `Idempotency-Key`.
    void publish(const QByteArray &jobId, const QJsonObject &body, const QByteArray &idempotencyKey,
                 QObject *context, Answer<QJsonObject> answer);
    /// Same as publish(), with the body as JSON text that is sent byte for byte.
    void publishText(const QByteArray &jobId, const QByteArray &json,
                     const QByteArray &idempotencyKey, QObject *context,
                     Answer<QJsonObject> answer);
    /// Lists received webhooks, newest first. `query` is the URL query, such as
    /// `source=ci&limit=100`.
    void deliveries(const QByteArray &query, QObject *context, Answer<QJsonObject> answer);
    void delivery(qint64 id, QObject *context, Answer<QJsonObject> answer);
    /// Asks why a webhook was accepted or refused.
    void deliveryVerdict(qint64 id, QObject *context, Answer<QJsonObject> answer);
    void replayDelivery(qint64 id, QObject *context, Answer<QJsonObject> answer);
    /// Closes one stream of the hub. The error is `unknown_connection` if it has ended already.
    void closeConnection(qint64 id, QObject *context, Answer<QJsonObject> answer);
    /// Asks for the URL that a provider calls about an attempt of the job. `body` is described in
    /// openapi.yaml.
    void callback(const QByteArray &jobId, const QJsonObject &body, QObject *context,
                  Answer<QJsonObject> answer);
    void cancel(const QByteArray &jobId, QObject *context, Answer<QJsonObject> answer);
    /// Reads at most 100 000 past events of one job from its stream, oldest first. The error is
    /// `history_unavailable` when the stream fails or takes over 30 s.
    void history(const QByteArray &jobId, QObject *context, Answer<QList<JobEvent>> answer);
    /// Fetches a result image of at most `maxBytes` bytes from an `http`, `https` or `data` URL.
    /// Sends no cookies. The error is `bad_url` for another scheme.
    void download(const QUrl &url, qint64 maxBytes, QObject *context, Answer<QByteArray> answer);

private:
    void post(const QByteArray &path, const QByteArray &body, const QByteArray &idempotencyKey,
              QObject *context, Answer<QJsonObject> answer);

    QNetworkAccessManager *m_network;
    QUrl m_hub;
    const hub::Clock &m_clock;
};

} // namespace ui
