// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobcountreader.h"

#include "hub/tables/jobcountscope.h"

#include <algorithm>

namespace hub {

namespace {

/// Rows that a dimension reads at most. Other readers wait meanwhile: 20 000 rows take about 5 ms.
constexpr qint64 rowLimit = 20'000;

} // namespace

JobCountReader::JobCountReader(Database &database)
    : m_rows(database, "SELECT name, value, status, jobs FROM job_counts"
                       " WHERE scope = ? AND dimension = ?"
                       " ORDER BY name, value, status LIMIT ?")
{ }

JobCounts JobCountReader::read(const JobCountsQuery &query)
{
    const QByteArray scope = query.owner ? scopeOf(*query.owner) : scopeOfAll();
    JobCounts counts;
    const auto all = groups(scope, dimension::all, counts.truncated);
    if (!all.empty())
        counts.all = all.front().jobs;
    counts.kinds = groups(scope, dimension::kind, counts.truncated);
    counts.owners = groups(scope, dimension::owner, counts.truncated);
    counts.labels = groups(scope, dimension::label, counts.truncated);
    return counts;
}

std::vector<JobCounts::Group> JobCountReader::groups(const QByteArray &scope,
                                                     const QByteArray &dimension, bool &truncated)
{
    std::vector<JobCounts::Group> found;
    qint64 seen = 0;
    Rows rows = m_rows.query(scope, dimension, rowLimit);
    for (; rows.next(); ++seen) {
        const auto status = parseJobStatus(rows.view(2));
        if (!status)
            continue;
        if (found.empty() || found.back().name != rows.view(0)
            || found.back().value != rows.view(1))
            found.push_back({rows.bytes(0), rows.bytes(1), {}});
        found.back().jobs[static_cast<size_t>(*status)] = rows.integer(3);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const JobCounts::Group &a, const JobCounts::Group &b) {
                         return totalOf(a.jobs) > totalOf(b.jobs);
                     });
    if (found.size() > mostGroups || seen == rowLimit)
        truncated = true;
    if (found.size() > mostGroups)
        found.resize(mostGroups);
    return found;
}

} // namespace hub
