// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobstore.h"

#include <QStringList>

namespace ui {

/// Selects jobs by a set of states and by words. Each word must be part of the id, external id,
/// kind, state, owner, outcome, message or a label; `-word` must not. Case is ignored.
/// `state:failed`, `kind:restore` and `owner:x` search one field.
class JobFilter
{
public:
    static constexpr JobStatusSet allStatuses = (1U << jobStatuses) - 1;
    static constexpr qsizetype maxLength = 500; ///< Characters of filter text; the rest is ignored.

    JobFilter() = default;
    explicit JobFilter(const QString &text, JobStatusSet statuses = allStatuses);

    bool matches(const JobRow &row) const;
    /// Returns whether every job matches.
    bool isEmpty() const { return m_terms.empty() && m_statuses == allStatuses; }
    QString text() const { return m_text; }
    JobStatusSet statuses() const { return m_statuses; }

    bool operator==(const JobFilter &other) const
    {
        return m_text == other.m_text && m_statuses == other.m_statuses;
    }

private:
    enum class Field { Any, State, Kind, Owner };
    struct Term
    {
        Field field;
        QString word;
        bool negated;
    };

    static Term parseTerm(QString token);
    static bool contains(const JobRow &row, const Term &term);

    QString m_text;
    JobStatusSet m_statuses = allStatuses;
    std::vector<Term> m_terms;
};

} // namespace ui
