// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/hublink.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimer>

namespace sim {

namespace {

constexpr std::chrono::milliseconds patience{10'000};
constexpr auto readyInterval = std::chrono::milliseconds{200};

int statusOf(const QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

HubLink::HubLink(const QUrl &hub, QObject *parent) : QObject(parent), m_hub(hub)
{
    m_network.setTransferTimeout(static_cast<int>(patience.count()));
}

void HubLink::post(const Step &step, const QString &job, QObject *context, Answer answer)
{
    QNetworkRequest request(urlOf(step.path));
    m_signer.sign(request, step, job);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply =
        m_network.post(request, QJsonDocument(step.body).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, context,
            [reply, answer = std::move(answer)] { answer(statusOf(reply)); });
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void HubLink::waitUntilReady()
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(urlOf(QStringLiteral("/readyz"))));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        if (statusOf(reply) == 200)
            emit ready();
        else
            QTimer::singleShot(readyInterval, this, &HubLink::waitUntilReady);
    });
}

QUrl HubLink::urlOf(const QString &path) const
{
    QUrl url = m_hub;
    url.setPath(path);
    return url;
}

} // namespace sim
