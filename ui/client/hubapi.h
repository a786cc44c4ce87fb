// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/job.h"
#include "ui/client/jobevent.h"

#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace ui {

/// The hub's REST calls. Answers come on the caller's thread; none comes once `context` is
/// destroyed.
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
        QByteArray asOf;
        QByteArray next; ///< Cursor of the next page; empty = no more.
        QByteArray etag;
        bool notModified = false; ///< 304: nothing changed since the ETag that was sent.
    };

    /// `network` is not owned.
    HubApi(QNetworkAccessManager *network, const QUrl &hub, QObject *parent = nullptr);

    QUrl hub() const { return m_hub; }

    /// Any other resource that is one JSON object: `/version`, `/api/v1/admin/connections`.
    void get(const QByteArray &path, QObject *context, Answer<QJsonObject> answer);
    /// `query` as in api.md: `status=failed&limit=100`; `etag` empty = unconditional.
    void jobs(const QByteArray &query, const QByteArray &etag, QObject *context,
              Answer<JobPage> answer);
    void job(const QByteArray &id, QObject *context, Answer<hub::Job> answer);
    void createJob(const QJsonObject &body, QObject *context, Answer<QJsonObject> answer);
    /// `idempotencyKey` empty = none.
    void publish(const QByteArray &jobId, const QJsonObject &body, const QByteArray &idempotencyKey,
                 QObject *context, Answer<QJsonObject> answer);
    /// The same with the body as JSON text, sent byte for byte.
    void publishText(const QByteArray &jobId, const QByteArray &json,
                     const QByteArray &idempotencyKey, QObject *context,
                     Answer<QJsonObject> answer);
    /// Received webhooks, the last first; `query` as in api.md: `source=ci&limit=100`.
    void deliveries(const QByteArray &query, QObject *context, Answer<QJsonObject> answer);
    void delivery(qint64 id, QObject *context, Answer<QJsonObject> answer);
    void replayDelivery(qint64 id, QObject *context, Answer<QJsonObject> answer);
    /// The URL that a provider is to call for an attempt of the job; `body` as in openapi.yaml.
    void callback(const QByteArray &jobId, const QJsonObject &body, QObject *context,
                  Answer<QJsonObject> answer);
    void cancel(const QByteArray &jobId, QObject *context, Answer<QJsonObject> answer);
    /// Past events of one job, oldest first: its stream read up to now.
    void history(const QByteArray &jobId, QObject *context, Answer<QList<JobEvent>> answer);
    /// Bytes of a result image, at most `maxBytes`; `http`, `https` and `data` only, no cookies
    /// sent.
    void download(const QUrl &url, qint64 maxBytes, QObject *context, Answer<QByteArray> answer);

private:
    void post(const QByteArray &path, const QByteArray &body, const QByteArray &idempotencyKey,
              QObject *context, Answer<QJsonObject> answer);

    QNetworkAccessManager *m_network;
    QUrl m_hub;
};

} // namespace ui
