// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/jobcounts.h"
#include "hub/sqlite/sqlite.h"

namespace hub {

/// Reads the counts that JobCountTable keeps. Use it within a read transaction.
class JobCountReader
{
public:
    /// The most owners, and the most labels, that read() returns.
    static constexpr size_t mostGroups = 100;

    explicit JobCountReader(Database &database);

    /// Returns the counts, without JobCounts::asOf. Takes time in proportion to the number of
    /// owners and labels, up to a limit.
    JobCounts read(const JobCountsQuery &query);

private:
    std::vector<JobCounts::Group> groups(const QByteArray &scope, const QByteArray &dimension,
                                         bool &truncated);

    Statement m_rows;
};

} // namespace hub
