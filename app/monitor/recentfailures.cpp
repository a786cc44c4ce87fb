// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/recentfailures.h"

#include "ui/models/formats.h"
#include "ui/models/jobstatus.h"

#include <algorithm>
#include <vector>

namespace app {

namespace {

constexpr qsizetype maxLength = 60; ///< A longer entry would make the menu wide.

qint64 endMs(const hub::Job &job)
{
    return job.finishedMs != 0 ? job.finishedMs : job.updatedMs;
}

} // namespace

QList<ui::Tray::Failure> recentFailures(const ui::JobStore &jobs)
{
    if (jobs.countOf(ui::failedStatuses) == 0)
        return {};
    std::vector<int> rows;
    for (int row = 0; row < jobs.count(); ++row) {
        if (ui::isFailure(jobs.at(row).job.status))
            rows.push_back(row);
    }
    const auto most = std::min(rows.size(), static_cast<size_t>(ui::Tray::maxFailures));
    const auto last = rows.begin() + static_cast<std::ptrdiff_t>(most);
    std::partial_sort(rows.begin(), last, rows.end(), [&jobs](int a, int b) {
        return endMs(jobs.at(a).job) > endMs(jobs.at(b).job);
    });
    QList<ui::Tray::Failure> failures;
    for (auto at = rows.begin(); at != last; ++at) {
        const ui::JobRow &row = jobs.at(*at);
        const QString text =
            row.outcome.isEmpty() ? row.id : row.id + QStringLiteral(" – ") + row.outcome;
        failures << ui::Tray::Failure{row.job.id, ui::isolated(ui::oneLine(text, maxLength))};
    }
    return failures;
}

} // namespace app
