// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/timelinemodel.h"

#include "hub/base/utf8.h"
#include "ui/models/eventtext.h"
#include "ui/models/jobwords.h"
#include "ui/models/momenttip.h"

#include <algorithm>

namespace ui {

TimelineModel::TimelineModel(QObject *parent) : QAbstractTableModel(parent) { }

void TimelineModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_dropped = 0;
    endResetModel();
}

void TimelineModel::add(const QList<JobEvent> &events)
{
    for (const JobEvent &event : events)
        insert({event, eventText(event)});
}

void TimelineModel::insert(Entry entry)
{
    const hub::EventId id = entry.id();
    const auto at = std::lower_bound(
        m_entries.begin(), m_entries.end(), id,
        [](const Entry &known, hub::EventId wanted) { return known.id() < wanted; });
    if (at != m_entries.end() && at->id() == id)
        return;
    const int row = static_cast<int>(at - m_entries.begin());
    beginInsertRows({}, row, row);
    m_entries.insert(at, std::move(entry));
    endInsertRows();
    if (row + 1 < rowCount())
        emit dataChanged(index(row + 1, Delta), index(row + 1, Delta), {Qt::DisplayRole});
    if (rowCount() > maxEvents)
        dropOldest();
}

void TimelineModel::dropOldest()
{
    const int count = maxEvents / 10;
    beginRemoveRows({}, 0, count - 1);
    m_entries.erase(m_entries.begin(), m_entries.begin() + count);
    endRemoveRows();
    m_dropped += count;
}

void TimelineModel::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    if (rowCount() > 0)
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == Text ? QVariant(entry.text) : QVariant(momentTip(entry.id().ms));
    case Qt::AccessibleTextRole:
        return index.column() == Time ? QVariant(
                   QStringList{display(index.row(), Time), display(index.row(), Type), entry.text}
                       .join(QStringLiteral(", ")))
                                      : QVariant(display(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Delta ? Qt::AlignRight | Qt::AlignVCenter
                                                           : Qt::AlignLeft | Qt::AlignVCenter);
    case TypeRole: return static_cast<int>(entry.event.delta.type);
    case JsonRole: return hub::fromUtf8(entry.event.text);
    default: return {};
    }
}

QString TimelineModel::display(int row, int column) const
{
    const Entry &entry = m_entries[static_cast<size_t>(row)];
    switch (column) {
    case Time: return formatClock(entry.id().ms, m_timeStyle);
    case Delta: {
        const qint64 before = row > 0 ? at(row - 1).delta.id.ms : entry.id().ms;
        const std::chrono::milliseconds delta(entry.id().ms - before);
        if (row == 0)
            return {};
        return delta < std::chrono::seconds{1} ? tr("+%1 ms").arg(delta.count())
                                               : QStringLiteral("+") + formatDuration(delta);
    }
    case Type: return word(entry.event.delta.type);
    case Text: return oneLine(entry.text, 500);
    default: return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Delta: return tr("After");
    case Type: return tr("Event");
    case Text: return tr("Message");
    default: return {};
    }
}

} // namespace ui
