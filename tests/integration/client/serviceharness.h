// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/scriptedserver.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTest>

namespace test {

/// Plays the part of a conformance test suite: starts the service, serves the stream that it reads,
/// and receives its callbacks.
class ServiceHarness
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray body;
        QByteArray location;
    };

    ScriptedServer stream; ///< The server of the stream that the service reads.

    ServiceHarness()
    {
        m_callbacks.respond(
            [this](int n, const ScriptedRequest &) { m_callbacks.answer(n, 202, {}, {}); });
        m_service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_service.start(qEnvironmentVariable("HELIOGRAPH_BIN") + QStringLiteral("/sseservice"),
                        {QStringLiteral("0")});
        const bool up = QTest::qWaitFor([this] { return m_service.canReadLine(); }, 30'000);
        m_base = up ? m_service.readLine().trimmed() : QByteArray();
    }
    ~ServiceHarness()
    {
        m_service.kill();
        m_service.waitForFinished();
    }

    bool isUp() const { return !m_base.isEmpty(); }
    QProcess &service() { return m_service; }

    Answer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl::fromEncoded(m_base + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply->readAll(), reply->rawHeader("Location")};
    }

    /// Opens a stream and returns the location of its session. `more` adds to the default
    /// parameters or replaces them.
    QByteArray open(const QJsonObject &more = {})
    {
        QJsonObject parameters{{QStringLiteral("streamUrl"), stream.url("/s").toString()},
                               {QStringLiteral("callbackUrl"), m_callbacks.url("/cb").toString()},
                               {QStringLiteral("initialDelayMs"), 0}};
        for (auto it = more.begin(); it != more.end(); ++it)
            parameters.insert(it.key(), it.value());
        return call("POST", "/", QJsonDocument(parameters).toJson()).location;
    }

    /// The callbacks so far, in order: `event TYPE DATA ID`, `comment TEXT`, `error`.
    QStringList said() const
    {
        QStringList lines;
        for (int i = 0; i < m_callbacks.count(); ++i) {
            const ScriptedRequest &request = m_callbacks.request(i);
            if (request.path() != "/cb/" + QByteArray::number(i + 1))
                lines << QStringLiteral("out of order: ") + QString::fromUtf8(request.path());
            // Qt's JSON parser would drop U+FEFF at the start of a string as a byte order mark.
            QByteArray body = request.body;
            body.replace("\xef\xbb\xbf", "\\ufeff");
            const QJsonObject object = QJsonDocument::fromJson(body).object();
            const QString kind = object.value(QLatin1String("kind")).toString();
            if (kind == QLatin1String("event"))
                lines << eventText(object.value(QLatin1String("event")).toObject());
            else if (kind == QLatin1String("comment"))
                lines << QStringLiteral("comment ")
                             + object.value(QLatin1String("comment")).toString();
            else
                lines << kind;
        }
        return lines;
    }

private:
    static QString eventText(const QJsonObject &event)
    {
        return QStringLiteral("event ") + event.value(QLatin1String("type")).toString()
               + QLatin1Char(' ') + event.value(QLatin1String("data")).toString() + QLatin1Char(' ')
               + event.value(QLatin1String("id")).toString();
    }

    ScriptedServer m_callbacks;
    QNetworkAccessManager m_network;
    QProcess m_service;
    QByteArray m_base;
};

} // namespace test
