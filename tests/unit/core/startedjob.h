// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/jobstate.h"

/// A job that has started, changes to it, and the outcomes of these.
namespace test::startedjob {

inline constexpr hub::EventId nextId{2000, 0};
inline constexpr qint64 now = 2000;

inline hub::JobChange change(hub::EventType type)
{
    hub::JobChange change;
    change.type = type;
    return change;
}

inline hub::JobChange progress(double percent)
{
    hub::JobChange change;
    change.progress = percent;
    return change;
}

/// A job in the middle of its first attempt, with one event.
inline hub::Job job(hub::JobStatus status, double percent = 0)
{
    hub::Job job = hub::newJob("j", {}, 1000);
    job.status = status;
    job.progress = percent;
    job.lastEvent = {1000, 0};
    job.startedMs = status == hub::JobStatus::Queued ? 0 : 1000;
    return job;
}

inline hub::Job running()
{
    hub::Job job = startedjob::job(hub::JobStatus::Processing, 50);
    job.restoreId = "r1";
    job.message = QStringLiteral("old");
    job.step = hub::Step{1, 2};
    job.result = "1";
    return job;
}

/// The reason for ignoring the change, or the job's new status.
inline QByteArray word(const hub::ChangeOutcome &outcome)
{
    if (const auto *reason = std::get_if<hub::Ignored>(&outcome))
        return "ignored " + hub::toString(*reason);
    return hub::toString(std::get<hub::Applied>(outcome).job.status);
}

} // namespace test::startedjob
