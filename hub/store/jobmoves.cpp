// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobmoves.h"

#include "hub/wire/timetext.h"

#include <QJsonDocument>

namespace hub {

namespace {

/// Most often they share their bytes, which may be many.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && (a.constData() == b.constData() || a == b);
}

std::optional<Step> stepOf(const QJsonValue &value)
{
    const QJsonObject step = value.toObject();
    return step.isEmpty() ? std::nullopt
                          : std::optional(Step{step.value(QLatin1String("current")).toInt(),
                                               step.value(QLatin1String("total")).toInt()});
}

} // namespace

bool isMove(const Job &before, const Job &after)
{
    // Kind, owner, labels and the like no event changes.
    return before.status == after.status && before.attempt == after.attempt
           && before.startedMs == after.startedMs && before.finishedMs == after.finishedMs
           && isSame(before.restoreId, after.restoreId)
           && isSame(before.externalId, after.externalId) && isSame(before.result, after.result)
           && isSame(before.error, after.error);
}

Job jobMovedBy(Job job, const Event &event)
{
    const QJsonObject data = QJsonDocument::fromJson(event.data).object();
    job.lastEvent = event.id;
    job.updatedMs =
        parseTime(data.value(QLatin1String("time")).toString().toUtf8()).value_or(event.id.ms);
    if (event.type == EventType::Log)
        return job; // its message is its own
    if (const QJsonValue progress = data.value(QLatin1String("progress")); progress.isDouble())
        job.progress = progress.toDouble();
    if (data.contains(QLatin1String("step")))
        job.step = stepOf(data.value(QLatin1String("step")));
    if (const QJsonValue message = data.value(QLatin1String("message")); message.isString())
        job.message = message.toString();
    return job;
}

} // namespace hub
