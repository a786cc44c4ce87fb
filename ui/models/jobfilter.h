// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"
#include "ui/models/filtermoment.h"
#include "ui/models/jobstore.h"

#include <QStringList>

namespace ui {

/// Selects jobs by a set of states and by a filter text in the language of
/// resources/docs/filters.md. Words also search the outcome and the translated words of state and
/// kind.
class JobFilter
{
public:
    static constexpr JobStatusSet allStatuses = (1U << jobStatuses) - 1;
    static constexpr qsizetype maxLength = hub::maxFilterCharacters;

    JobFilter() = default;
    /// With a wrong text, problem() is set and only the states count.
    explicit JobFilter(const QString &text, JobStatusSet statuses = allStatuses,
                       const FilterMoment &moment = {});

    const std::optional<FilterProblem> &problem() const { return m_problem; }

    /// `nowMs` is the time for ages, in ms since 1970 UTC.
    bool matches(const JobRow &row, qint64 nowMs = 0) const;
    /// Returns whether every job matches.
    bool isEmpty() const { return m_filter.isEmpty() && m_statuses == allStatuses; }
    /// Returns whether a job that does not change can start or cease to match.
    bool dependsOnTime() const;
    QString text() const { return m_text; }
    JobStatusSet statuses() const { return m_statuses; }
    /// Returns the words to highlight in the list.
    QStringList highlights() const;

    bool operator==(const JobFilter &other) const
    {
        return m_text == other.m_text && m_statuses == other.m_statuses;
    }

private:
    QString m_text;
    JobStatusSet m_statuses = allStatuses;
    hub::Filter m_filter;
    std::optional<FilterProblem> m_problem;
};

} // namespace ui
