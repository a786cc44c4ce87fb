// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sseservice/session.h"

#include "hub/base/utf8.h"

#include <QJsonDocument>

namespace {

QJsonObject eventCallback(const hub::SseEvent &event)
{
    return {{QStringLiteral("kind"), QStringLiteral("event")},
            {QStringLiteral("event"),
             QJsonObject{{QStringLiteral("type"), hub::fromUtf8(event.type)},
                         {QStringLiteral("data"), hub::fromUtf8(event.data)},
                         {QStringLiteral("id"), hub::fromUtf8(event.lastEventId)}}}};
}

} // namespace

Session::Session(const StreamParameters &parameters, QObject *parent)
    : QObject(parent)
    , m_callbacks(parameters.callbackUrl)
    , m_stream(&m_network)
{
    connect(&m_stream, &ui::EventStream::eventReceived, this,
            [this](const hub::SseEvent &event) { m_callbacks.post(eventCallback(event)); });
    connect(&m_stream, &ui::EventStream::commentReceived, this, [this](const QByteArray &comment) {
        m_callbacks.post({{QStringLiteral("kind"), QStringLiteral("comment")},
                          {QStringLiteral("comment"), hub::fromUtf8(comment)}});
    });
    connect(&m_stream, &ui::EventStream::connectionEnded, this,
            [this](ui::StreamEnd, const QString &reason) {
                m_callbacks.post({{QStringLiteral("kind"), QStringLiteral("error")},
                                  {QStringLiteral("error"), reason}});
            });
    m_stream.setTarget(parameters.target);
    m_stream.setTimings(parameters.timings);
    m_stream.setLastEventId(parameters.lastEventId);
    m_stream.start();
}

bool Session::command(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QString command = object.value(QLatin1String("command")).toString();
    if (command == QLatin1String("listen"))
        return true; // every event type is reported without being asked for
    if (command != QLatin1String("restart"))
        return false;
    m_stream.start();
    return true;
}
