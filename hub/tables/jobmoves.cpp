// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobmoves.h"

#include "hub/base/timetext.h"
#include "hub/json/jsonmembers.h"
#include "hub/json/jsonscanner.h"

#include <QJsonObject>

namespace hub {

namespace {

/// Returns whether two texts are equal. Usually they share their bytes, so long texts are not
/// compared.
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
    // No event changes the kind, owner or labels.
    return before.status == after.status && before.attempt == after.attempt
           && before.run == after.run && before.startedMs == after.startedMs
           && before.finishedMs == after.finishedMs && isSame(before.restoreId, after.restoreId)
           && isSame(before.externalId, after.externalId) && isSame(before.result, after.result)
           && isSame(before.error, after.error);
}

void JobMove::add(const Event &event)
{
    lastEvent = event.id;
    updatedMs = event.id.ms;
    auto data = JsonMembers::parse(event.data, JsonScanner::maxDepth);
    if (!data)
        return; // not data that the hub wrote
    if (const auto *time = data->find(QLatin1String("time")))
        updatedMs = parseTime(time->utf8()).value_or(updatedMs);
    if (event.type == EventType::Log)
        return; // a log line does not set the job's message
    if (const auto *value = data->find(QLatin1String("progress")); value && value->isNumber())
        progress = value->decoded().toDouble();
    if (const auto *value = data->find(QLatin1String("step")))
        step = stepOf(value->decoded());
    if (const auto *value = data->find(QLatin1String("message")); value && value->isString())
        message = value->string();
}

void JobMove::applyTo(Job &job) const
{
    if (lastEvent.isNull())
        return;
    job.lastEvent = lastEvent;
    job.updatedMs = updatedMs;
    if (progress)
        job.progress = *progress;
    if (step)
        job.step = *step;
    if (message)
        job.message = *message;
}

} // namespace hub
