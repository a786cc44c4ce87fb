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
    /// Bit number n stands for the hub::JobStatus with value n.
    static constexpr quint32 allStatuses = (1U << 7) - 1;
    static constexpr qsizetype maxLength = 500; ///< Characters of filter text; the rest is ignored.

    JobFilter() = default;
    explicit JobFilter(const QString &text, quint32 statuses = allStatuses);

    bool matches(const JobRow &row) const;
    /// Returns whether every job matches.
    bool isEmpty() const { return m_terms.empty() && m_statuses == allStatuses; }
    QString text() const { return m_text; }
    quint32 statuses() const { return m_statuses; }

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
    quint32 m_statuses = allStatuses;
    std::vector<Term> m_terms;
};

} // namespace ui
