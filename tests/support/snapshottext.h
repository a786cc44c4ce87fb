// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/wire/sseparser.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace test {

/// The JSON data of the one event in `eventBytes`; empty when there is not exactly one event.
inline QJsonObject dataOf(const QByteArray &eventBytes)
{
    QList<hub::SseEvent> events;
    hub::SseParser::Handlers handlers;
    handlers.event = [&](const hub::SseEvent &event) { events << event; };
    hub::SseParser(std::move(handlers)).feed(eventBytes);
    return events.size() == 1 ? QJsonDocument::fromJson(events.front().data).object()
                              : QJsonObject();
}

/// The bytes of the snapshot event.
inline QByteArray textOf(const hub::Snapshot &snapshot)
{
    QByteArray text;
    for (const QByteArray &part : snapshot.parts())
        text += part;
    return text;
}

/// The jobs in the snapshot that a stream begins with; empty without a snapshot.
inline std::vector<hub::Job> jobsIn(const hub::StreamStart &start)
{
    std::vector<hub::Job> jobs;
    if (!start.snapshot)
        return jobs;
    const QJsonArray array = dataOf(textOf(*start.snapshot)).value(QLatin1String("jobs")).toArray();
    for (const QJsonValue &value : array) {
        if (const auto job =
                hub::jobFromJson(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)))
            jobs.push_back(*job);
    }
    return jobs;
}

} // namespace test
