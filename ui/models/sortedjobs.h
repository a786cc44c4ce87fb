// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobfilter.h"
#include "ui/models/jobmodel.h"

#include <QAbstractProxyModel>

#include <chrono>
#include <vector>

namespace ui {

/// The sorted and filtered rows of a JobModel. flush() sorts at most once a second, because a list
/// that is sorted by a changing value must not move all the time.
/// The view can be held while the user's pointer or selection is in the list. Then no row moves or
/// disappears: changes show in place and new rows come at the end. Sorting and filtering wait for
/// the release; waiting() counts the rows that it will concern.
class SortedJobs : public QAbstractProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SortedJobs)

public:
    static constexpr std::chrono::milliseconds resortInterval{1000};
    static constexpr int defaultOrder = -1;

    /// `source` is not owned.
    explicit SortedJobs(JobModel *source, QObject *parent = nullptr);

    const JobFilter &filter() const { return m_filter; }
    /// Filters and sorts at once, even while held, because the user asked for it.
    void setFilter(const JobFilter &filter);
    /// Sorts at once, even while held. The column defaultOrder sorts by what an operator looks for:
    /// unseen failures, stalled jobs, running, queued, then the rest, each the newest start first.
    /// Pinned jobs are above all others in every order.
    void sort(int column, Qt::SortOrder order) override;
    /// Sorts and filters at once, even while held.
    void resort();

    bool isHeld() const { return m_held; }
    void setHeld(bool held);
    /// Returns how many rows wait for the release: rows that came since the hold began, and the
    /// least number of other rows that must move or leave. 0 while not held. flush() counts at most
    /// once a second.
    int waiting() const { return m_waiting; }

    /// Publishes changes of the source; sorts when that is due. `steadyMs` is a steady clock's
    /// time.
    void flush(qint64 steadyMs);

    const JobRow &rowAt(int row) const { return m_source->store().at(sourceRow(row)); }
    int sourceRow(int row) const { return m_order[static_cast<size_t>(row)]; }
    /// Returns the row of a job in this view; -1 if it is filtered out or unknown.
    int rowOf(const QByteArray &jobId) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;

signals:
    void heldChanged(bool held);
    void waitingChanged(int rows);

private:
    void takeInserted(int first, int last);
    void takeChanged(int first, int last, int right);
    void takeReset();
    void publishChanges();
    void append(const std::vector<int> &sourceRows);
    void permute(std::vector<int> order);
    void dropTail(size_t from);
    void setWaiting(int rows);
    int countWaiting() const;
    std::vector<int> sorted() const;
    bool matches(int sourceRow) const;
    bool less(int left, int right) const;
    int compareByDefault(int left, int right) const;
    int compareColumn(int left, int right) const;

    JobModel *m_source;
    JobFilter m_filter;
    std::vector<int> m_order; ///< View row → source row.
    std::vector<int> m_position; ///< Source row → view row, -1 = not shown.
    std::vector<int> m_changed; ///< Source rows that changed since the last flush.
    int m_changedRight = 0;
    int m_sortColumn = defaultOrder;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    qint64 m_sortedMs = -resortInterval.count(); ///< Steady clock.
    bool m_sortDue = false;
    bool m_held = false;
    size_t m_heldRows = 0; ///< Rows at the start of the hold, or after the last sorting in it.
    int m_waiting = 0;
    qint64 m_tickedMs = -resortInterval.count(); ///< Steady clock; the last countWaiting().
};

} // namespace ui
