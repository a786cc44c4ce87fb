// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sseservice/callbacks.h"

#include "ui/client/httprequest.h"

#include <QJsonDocument>
#include <QNetworkReply>

Callbacks::Callbacks(const QUrl &url, QObject *parent) : QObject(parent), m_url(url) { }

void Callbacks::post(const QJsonObject &callback)
{
    m_waiting.enqueue(QJsonDocument(callback).toJson(QJsonDocument::Compact));
    postNext();
}

void Callbacks::postNext()
{
    if (m_busy || m_waiting.isEmpty())
        return;
    m_busy = true;
    QUrl url = m_url;
    url.setPath(m_url.path() + QStringLiteral("/%1").arg(++m_posted));
    QNetworkRequest request = ui::httpRequest(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply = m_network.post(request, m_waiting.dequeue());
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        m_busy = false;
        postNext();
    });
}
