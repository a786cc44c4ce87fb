// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"
#include "hub/wire/jobstatuscount.h"

#include <QByteArray>

#include <array>
#include <optional>
#include <vector>

namespace hub {

/// The number of jobs in each status, in the order of JobStatus.
using StatusCounts = std::array<qint64, jobStatuses>;

/// Returns the number of jobs of any status.
qint64 totalOf(const StatusCounts &counts);

/// Selects the jobs to count.
struct JobCountsQuery
{
    /// Only the jobs of this owner; nullopt = all jobs.
    std::optional<QByteArray> owner;
};

/// The numbers of jobs, in total and for each kind, owner and label. A plain value.
struct JobCounts
{
    /// The counts of one kind, owner or label.
    struct Group
    {
        QByteArray name; ///< The name of the label, as WTF-8; else empty.
        QByteArray value; ///< The kind, the owner or the value of the label, as WTF-8.
        StatusCounts jobs{};
    };

    StatusCounts all{};
    std::vector<Group> kinds; ///< These three: the group with most jobs first.
    std::vector<Group> owners; ///< Empty when the jobs of one owner are counted.
    std::vector<Group> labels;
    /// The hub has more owners or labels than this lists.
    bool truncated = false;
    EventId asOf; ///< Every event up to this id is included.
};

} // namespace hub
