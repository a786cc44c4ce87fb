// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logfilter.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace ui {

/// The colour labels of the event log. A label is a number from 1 to 9. It belongs to all rows of a
/// job, or to all rows that a filter selects.
class LogLabels : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogLabels)

public:
    static constexpr int highest = 9;
    /// More jobs, or more filters, than these are not labelled.
    static constexpr qsizetype mostJobs = 1000;
    static constexpr size_t mostFilters = 20;

    using QObject::QObject;

    /// Labels the rows of a job; a job that has this label loses it. Returns false if there are too
    /// many labels. 1 ≤ `number` ≤ highest.
    bool labelJob(const QByteArray &jobId, int number);
    /// Labels the rows that a filter selects, in the same way. Also returns false for a filter with
    /// a regular expression, because each painted row would cost too much.
    bool labelRows(const LogFilter &filter, int number);
    void clear();
    bool isEmpty() const { return m_jobs.isEmpty() && m_filters.empty(); }

    /// Returns the label of a row; 0 = none. The label of the job comes first, then that of the
    /// newest filter.
    int labelOf(const EventRing &ring, qint64 sequence) const;

signals:
    void changed();

private:
    struct Rule
    {
        LogFilter filter;
        int number;
    };

    QHash<QByteArray, int> m_jobs;
    std::vector<Rule> m_filters; ///< The newest last.
};

} // namespace ui
