// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/sortedjobs.h"

#include <algorithm>

namespace ui {

namespace {

/// Returns the place of a job's group in the default order.
int rankOf(const JobRow &row)
{
    if (row.unseen)
        return 0;
    if (row.stalled)
        return 1;
    if (row.job.status == JobStatus::Processing)
        return 2;
    return row.job.status == JobStatus::Queued ? 3 : 4;
}

qint64 startOf(const hub::Job &job)
{
    return job.startedMs != 0 ? job.startedMs : job.createdMs;
}

} // namespace

SortedJobs::SortedJobs(JobModel *source, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_source(source)
{
    setSourceModel(source);
    connect(source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInserted(first, last); });
    connect(source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &top, const QModelIndex &bottom) {
                takeChanged(top.row(), bottom.row(), bottom.column());
            });
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(source, &QAbstractItemModel::modelReset, this, &SortedJobs::takeReset);
    m_position.assign(static_cast<size_t>(source->rowCount()), -1);
    append(sorted());
}

void SortedJobs::setFilter(const JobFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    resort();
}

void SortedJobs::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    resort();
}

void SortedJobs::setHeld(bool held)
{
    if (m_held == held)
        return;
    m_held = held;
    m_heldRows = m_order.size();
    setWaiting(0);
    emit heldChanged(held);
}

void SortedJobs::setWaiting(int rows)
{
    if (m_waiting != rows) {
        m_waiting = rows;
        emit waitingChanged(rows);
    }
}

void SortedJobs::flush(qint64 steadyMs)
{
    publishChanges();
    const bool due = m_sortDue || m_filter.dependsOnTime();
    if (due && !m_held && steadyMs - m_sortedMs >= resortInterval.count()) {
        m_sortedMs = steadyMs;
        resort();
    }
    if (m_sortDue && m_held && steadyMs - m_tickedMs >= resortInterval.count()) {
        m_tickedMs = steadyMs;
        setWaiting(countWaiting());
    }
}

int SortedJobs::countWaiting() const
{
    // The rows of the longest rising sequence of present places can stay. All others must move.
    std::vector<int> ends; // The lowest last place of a rising sequence, by its length.
    for (const int source : sorted()) {
        const int place = m_position[static_cast<size_t>(source)];
        if (place < 0 || static_cast<size_t>(place) >= m_heldRows)
            continue;
        const auto at = std::lower_bound(ends.begin(), ends.end(), place);
        if (at == ends.end())
            ends.push_back(place);
        else
            *at = place;
    }
    return static_cast<int>(m_order.size() - ends.size());
}

void SortedJobs::takeInserted(int first, int last)
{
    m_position.resize(static_cast<size_t>(last) + 1, -1);
    std::vector<int> rows;
    for (int row = first; row <= last; ++row) {
        if (matches(row))
            rows.push_back(row);
    }
    append(rows);
    m_sortDue = true;
}

void SortedJobs::takeChanged(int first, int last, int right)
{
    for (int row = first; row <= last; ++row)
        m_changed.push_back(row);
    m_changedRight = qMax(m_changedRight, right);
    m_sortDue = true;
}

void SortedJobs::takeReset()
{
    m_changed.clear();
    m_position.assign(static_cast<size_t>(m_source->rowCount()), -1);
    m_order = sorted();
    for (size_t row = 0; row < m_order.size(); ++row)
        m_position[static_cast<size_t>(m_order[row])] = static_cast<int>(row);
    m_heldRows = m_order.size();
    endResetModel();
    setWaiting(0);
}

void SortedJobs::publishChanges()
{
    if (m_changed.empty())
        return;
    std::vector<int> rows;
    std::vector<int> appearing;
    for (const int source : std::exchange(m_changed, {})) {
        if (const int row = m_position[static_cast<size_t>(source)]; row >= 0) {
            rows.push_back(row);
        } else if (matches(source)) {
            appearing.push_back(source);
        }
    }
    std::sort(rows.begin(), rows.end());
    for (size_t i = 0; i < rows.size();) {
        const int first = rows[i];
        int last = first;
        for (++i; i < rows.size() && rows[i] <= last + 1; ++i)
            last = rows[i];
        emit dataChanged(index(first, 0), index(last, m_changedRight));
    }
    m_changedRight = 0;
    append(appearing);
}

void SortedJobs::append(const std::vector<int> &sourceRows)
{
    if (sourceRows.empty())
        return;
    const int first = static_cast<int>(m_order.size());
    beginInsertRows({}, first, first + static_cast<int>(sourceRows.size()) - 1);
    for (const int source : sourceRows) {
        m_position[static_cast<size_t>(source)] = static_cast<int>(m_order.size());
        m_order.push_back(source);
    }
    endInsertRows();
}

bool SortedJobs::matches(int sourceRow) const
{
    return m_filter.matches(m_source->store().at(sourceRow), m_source->now());
}

bool SortedJobs::less(int left, int right) const
{
    const bool isLeftPinned = m_source->store().at(left).pinned;
    if (isLeftPinned != m_source->store().at(right).pinned)
        return isLeftPinned;
    const bool byDefault = m_sortColumn == defaultOrder;
    const int order = byDefault ? compareByDefault(left, right) : compareColumn(left, right);
    // Equal keys keep the order of arrival, whichever way the column is sorted.
    if (order == 0)
        return left < right;
    return byDefault || m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
}

int SortedJobs::compareByDefault(int left, int right) const
{
    const JobRow &a = m_source->store().at(left);
    const JobRow &b = m_source->store().at(right);
    if (const int rank = rankOf(a) - rankOf(b); rank != 0)
        return rank;
    const qint64 startA = startOf(a.job);
    const qint64 startB = startOf(b.job);
    return startA > startB ? -1 : (startA < startB ? 1 : 0);
}

int SortedJobs::compareColumn(int left, int right) const
{
    const auto column = static_cast<JobColumn>(m_sortColumn);
    if (column == JobColumn::Owner)
        return m_source->store().at(left).job.owner.compare(m_source->store().at(right).job.owner);
    if (JobModel::isText(column))
        return m_source->text(left, column).compare(m_source->text(right, column));
    const double a = m_source->number(left, column);
    const double b = m_source->number(right, column);
    return a < b ? -1 : (a > b ? 1 : 0);
}

std::vector<int> SortedJobs::sorted() const
{
    std::vector<int> rows;
    const int count = m_source->rowCount();
    rows.reserve(static_cast<size_t>(count));
    for (int row = 0; row < count; ++row) {
        if (m_filter.isEmpty() || matches(row))
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [this](int a, int b) { return less(a, b); });
    return rows;
}

void SortedJobs::resort()
{
    publishChanges();
    m_sortDue = false;
    std::vector<int> target = sorted();
    // Any change needs at most three signals. First new rows are appended. Then all rows are
    // sorted, with the rows to remove at the end. Then the end is removed.
    std::vector<bool> wanted(m_position.size(), false);
    std::vector<int> appearing;
    for (const int source : target) {
        wanted[static_cast<size_t>(source)] = true;
        if (m_position[static_cast<size_t>(source)] < 0)
            appearing.push_back(source);
    }
    append(appearing);
    const size_t kept = target.size();
    for (const int source : m_order) {
        if (!wanted[static_cast<size_t>(source)])
            target.push_back(source);
    }
    permute(std::move(target));
    dropTail(kept);
    m_heldRows = m_order.size();
    setWaiting(0);
}

void SortedJobs::permute(std::vector<int> order)
{
    if (order == m_order)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> sources;
    sources.reserve(static_cast<size_t>(before.size()));
    for (const QModelIndex &index : before)
        sources.push_back(sourceRow(index.row()));
    m_order = std::move(order);
    for (size_t row = 0; row < m_order.size(); ++row)
        m_position[static_cast<size_t>(m_order[row])] = static_cast<int>(row);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int source = sources[static_cast<size_t>(i)];
        after.append(createIndex(m_position[static_cast<size_t>(source)], before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void SortedJobs::dropTail(size_t from)
{
    if (from >= m_order.size())
        return;
    beginRemoveRows({}, static_cast<int>(from), static_cast<int>(m_order.size()) - 1);
    for (size_t row = from; row < m_order.size(); ++row)
        m_position[static_cast<size_t>(m_order[row])] = -1;
    m_order.resize(from);
    endRemoveRows();
}

int SortedJobs::rowOf(const QByteArray &jobId) const
{
    const int source = m_source->store().find(jobId);
    return source >= 0 && static_cast<size_t>(source) < m_position.size()
               ? m_position[static_cast<size_t>(source)]
               : -1;
}

QModelIndex SortedJobs::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex SortedJobs::parent(const QModelIndex &) const
{
    return {};
}

int SortedJobs::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int SortedJobs::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : jobColumnCount;
}

QModelIndex SortedJobs::mapToSource(const QModelIndex &proxyIndex) const
{
    return proxyIndex.isValid() ? m_source->index(sourceRow(proxyIndex.row()), proxyIndex.column())
                                : QModelIndex();
}

QModelIndex SortedJobs::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid() || static_cast<size_t>(sourceIndex.row()) >= m_position.size())
        return {};
    const int row = m_position[static_cast<size_t>(sourceIndex.row())];
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

} // namespace ui
