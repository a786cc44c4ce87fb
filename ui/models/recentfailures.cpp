// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/recentfailures.h"

#include "ui/models/jobstore.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr qint64 millis(std::chrono::milliseconds time)
{
    return time.count();
}

qint64 endOf(const JobRow &row)
{
    return row.job.finishedMs != 0 ? row.job.finishedMs : row.job.updatedMs;
}

} // namespace

RecentFailures RecentFailures::of(const JobStore &jobs, qint64 nowMs)
{
    RecentFailures found;
    std::vector<const JobRow *> last;
    const auto later = [](const JobRow *a, const JobRow *b) { return endOf(*a) > endOf(*b); };
    for (int at = 0; at < jobs.count(); ++at) {
        const JobRow &row = jobs.at(at);
        if (!isFailure(row.job.status))
            continue;
        if (endOf(row) > nowMs - millis(75min))
            found.times << endOf(row);
        if (last.size() == mostListed && endOf(row) <= endOf(*last.back()))
            continue;
        last.insert(std::upper_bound(last.begin(), last.end(), &row, later), &row);
        if (last.size() > mostListed)
            last.pop_back();
    }
    std::sort(found.times.begin(), found.times.end());
    for (const JobRow *row : last)
        found.last << Failure{row->job.id, row->outcome, endOf(*row)};
    return found;
}

int RecentFailures::inHourBefore(qint64 ms) const
{
    const auto from = std::upper_bound(times.begin(), times.end(), ms - millis(1h));
    const auto to = std::upper_bound(times.begin(), times.end(), ms);
    return static_cast<int>(std::max<std::ptrdiff_t>(0, to - from));
}

} // namespace ui
