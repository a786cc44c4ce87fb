// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobpatch.h"

#include "hub/base/timetext.h"
#include "hub/json/jsonslice.h"

#include <cmath>

namespace ui {

namespace {

/// Returns the unchanged text of a member; empty if it is absent or null.
QByteArray jsonText(const QByteArray &text, QLatin1String name)
{
    const auto value = hub::jsonMember(text, {name.data(), name.size()});
    return value && *value != "null" ? value->toByteArray() : QByteArray();
}

void patchTime(qint64 &ms, const QJsonObject &data, QLatin1String name)
{
    if (const auto time = hub::parseTime(data.value(name).toString().toUtf8())) {
        ms = *time;
    }
}

void patchBytes(QByteArray &bytes, const QJsonObject &data, QLatin1String name)
{
    if (const auto value = data.value(name); value.isString()) {
        bytes = value.toString().toUtf8();
    }
}

/// Clears everything that belongs to the previous attempt.
void startAttempt(hub::Job &job)
{
    job.progress = 0;
    job.step.reset();
    job.message.clear();
    job.startedMs = 0;
    job.finishedMs = 0;
    job.result.clear();
    job.error.clear();
    job.terminalEvent = {};
}

ColumnMask patchStatus(hub::Job &job, const JobEvent &event)
{
    const auto status = hub::statusOf(event.type);
    if (!status) {
        return 0;
    }
    if (*status == hub::JobStatus::Queued) {
        startAttempt(job);
    }
    job.status = *status;
    if (*status == hub::JobStatus::Processing && job.startedMs == 0) {
        job.startedMs = event.ms;
    }
    if (hub::isTerminal(*status)) {
        job.finishedMs = event.ms;
    }
    if (*status == hub::JobStatus::Completed) {
        job.progress = 100;
    }
    return bit(JobColumn::State) | bit(JobColumn::Progress) | bit(JobColumn::Elapsed)
           | bit(JobColumn::Outcome);
}

ColumnMask patchProgress(hub::Job &job, const QJsonObject &data)
{
    ColumnMask columns = 0;
    if (const auto progress = data.value(QLatin1String("progress")); progress.isDouble()) {
        const double percent = progress.toDouble();
        job.progress = std::isfinite(percent) ? qBound(0.0, percent, 100.0) : job.progress;
        columns |= bit(JobColumn::Progress);
    }
    if (const auto step = data.value(QLatin1String("step")); step.isObject()) {
        job.step =
            hub::Step{step[QLatin1String("current")].toInt(), step[QLatin1String("total")].toInt()};
        columns |= bit(JobColumn::Progress);
    }
    return columns;
}

ColumnMask patchOutcome(hub::Job &job, const JobEvent &event)
{
    const QJsonObject &data = event.data;
    ColumnMask columns = 0;
    if (const auto message = data.value(QLatin1String("message")); message.isString()) {
        job.message = message.toString();
        columns |= bit(JobColumn::Outcome);
    }
    for (auto [member, name] : {std::pair{&job.result, QLatin1String("result")},
                                std::pair{&job.error, QLatin1String("error")}}) {
        if (data.contains(name)) {
            *member = jsonText(event.text, name);
            columns |= bit(JobColumn::Outcome);
        }
    }
    return columns;
}

/// Clears the previous attempt if the event belongs to a newer one. That event need not be
/// `queued`: the first event may be missed, or the attempt may not have one.
void patchAttempt(hub::Job &job, const JobEvent &event)
{
    const int attempt = event.data.value(QLatin1String("attempt")).toInt();
    if (event.type == hub::EventType::Log || attempt <= job.attempt) {
        return;
    }
    startAttempt(job);
    job.status = hub::JobStatus::Queued;
}

ColumnMask patchIdentity(hub::Job &job, const QJsonObject &data)
{
    patchBytes(job.restoreId, data, QLatin1String("restore_id"));
    patchBytes(job.externalId, data, QLatin1String("external_id"));
    if (const auto attempt = data.value(QLatin1String("attempt")); attempt.isDouble()) {
        job.attempt = attempt.toInt(job.attempt);
    }
    if (const auto labels = data.value(QLatin1String("labels")); labels.isObject()) {
        job.labels = labels.toObject();
    }
    ColumnMask columns = 0;
    if (const auto owner = data.value(QLatin1String("owner")); owner.isString()) {
        job.owner = owner.toString().toUtf8();
        columns |= bit(JobColumn::Owner);
    }
    const QByteArray kindWord = data.value(QLatin1String("kind")).toString().toUtf8();
    if (const auto kind = hub::parseJobKind(kindWord)) {
        job.kind = *kind;
        columns |= bit(JobColumn::Kind);
    }
    return columns;
}

} // namespace

ColumnMask patchJob(hub::Job &job, const JobEvent &event)
{
    if (job.createdMs == 0) {
        job.createdMs = event.ms;
    }
    job.updatedMs = qMax(job.updatedMs, event.ms);
    patchAttempt(job, event);
    ColumnMask columns = bit(JobColumn::Updated) | patchStatus(job, event);
    columns |= patchIdentity(job, event.data);
    // A log event is output of the job and not its state, so it appears only in the event log.
    if (event.type != hub::EventType::Log) {
        columns |= patchProgress(job, event.data) | patchOutcome(job, event);
    }
    if (event.type == hub::EventType::Progress && job.status == hub::JobStatus::Queued) {
        job.status = hub::JobStatus::Processing;
        job.startedMs = event.ms;
        columns |= bit(JobColumn::State) | bit(JobColumn::Elapsed);
    }
    patchTime(job.createdMs, event.data, QLatin1String("created_at"));
    patchTime(job.startedMs, event.data, QLatin1String("started_at"));
    patchTime(job.finishedMs, event.data, QLatin1String("finished_at"));
    return columns;
}

} // namespace ui
