// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sseservice/session.h"

#include <QJsonDocument>
#include <QStringDecoder>

namespace {

/// QString::fromUtf8() would take a leading U+FEFF for a byte order mark; here it is data.
QString text(const QByteArray &utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

QJsonObject eventCallback(const hub::SseEvent &event)
{
    return {
        {QStringLiteral("kind"), QStringLiteral("event")},
        {QStringLiteral("event"), QJsonObject{{QStringLiteral("type"), text(event.type)},
                                              {QStringLiteral("data"), text(event.data)},
                                              {QStringLiteral("id"), text(event.lastEventId)}}}};
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
                          {QStringLiteral("comment"), text(comment)}});
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
        return true; // every type is reported anyway
    if (command != QLatin1String("restart"))
        return false;
    m_stream.start();
    return true;
}
