// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"
#include "ui/client/jobtotals.h"
#include "ui/models/jobstatus.h"

#include <optional>
#include <vector>

namespace ui {

/// How many jobs the hub has in each state, also those that this monitor has not loaded: the counts
/// that the hub told last, and the changes since then that this monitor saw.
class JobTally
{
public:
    /// Returns whether the hub has told its counts.
    bool isKnown() const { return m_known; }
    /// Returns the number of jobs in any of these states. Only when isKnown().
    qint64 countOf(JobStatusSet statuses) const;

    /// Takes the counts of the hub. Ignores counts that are older than those before.
    void set(const JobTotals &totals);
    /// Notes that the event `id` gave a job the state `now`. `was` is its state before; nullopt =
    /// it is a new job. Ignores an event that the counts of the hub include.
    void note(hub::EventId id, std::optional<JobStatus> was, JobStatus now);
    /// Forgets everything.
    void clear() { *this = JobTally(); }

private:
    struct Change
    {
        hub::EventId id;
        std::optional<JobStatus> was;
        JobStatus now;
    };
    using Counts = decltype(JobTotals::statuses);

    static void apply(Counts &counts, const Change &change);

    Counts m_counts{}; ///< With the changes.
    std::vector<Change> m_changes; ///< Changes by events after m_asOf.
    hub::EventId m_asOf; ///< The counts of the hub include the events up to this one.
    bool m_known = false;
};

} // namespace ui
