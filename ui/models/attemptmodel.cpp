// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/attemptmodel.h"

#include "ui/models/eventtext.h"
#include "ui/models/jobwords.h"
#include "ui/models/momenttip.h"

#include <algorithm>

namespace ui {

AttemptModel::AttemptModel(QObject *parent) : QAbstractTableModel(parent) { }

void AttemptModel::clear()
{
    beginResetModel();
    m_attempts.clear();
    endResetModel();
}

int AttemptModel::rowOf(int number)
{
    const auto at =
        std::lower_bound(m_attempts.begin(), m_attempts.end(), number,
                         [](const Attempt &known, int wanted) { return known.number > wanted; });
    const int row = static_cast<int>(at - m_attempts.begin());
    if (at != m_attempts.end() && at->number == number)
        return row;
    if (row >= maxAttempts)
        return -1;
    if (rowCount() >= maxAttempts) {
        beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
        m_attempts.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, row, row);
    Attempt added;
    added.number = number;
    m_attempts.insert(m_attempts.begin() + row, added);
    endInsertRows();
    return row;
}

void AttemptModel::setJob(const hub::Job &job)
{
    const int row = rowOf(job.attempt);
    if (row < 0)
        return;
    Attempt &attempt = m_attempts[static_cast<size_t>(row)];
    attempt.status = job.status;
    attempt.statusEvent = job.lastEvent;
    attempt.startedMs = job.startedMs;
    attempt.finishedMs = job.finishedMs;
    attempt.error = oneLine(errorText(job.error), 500);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void AttemptModel::add(const JobEvent &event)
{
    const hub::JobDelta &delta = event.delta;
    const auto status = hub::statusOf(delta.type);
    if (!status)
        return;
    const int row = rowOf(delta.attempt);
    if (row < 0)
        return;
    Attempt &attempt = m_attempts[static_cast<size_t>(row)];
    if (*status == hub::JobStatus::Processing
        && (attempt.startedMs == 0 || delta.timeMs < attempt.startedMs)) {
        attempt.startedMs = delta.timeMs;
    }
    if (attempt.statusEvent < delta.id) {
        attempt.status = *status;
        attempt.statusEvent = delta.id;
        attempt.finishedMs = hub::isTerminal(*status) ? delta.timeMs : 0;
        attempt.error = oneLine(errorText(delta.error), 500);
    }
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void AttemptModel::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    if (rowCount() > 0)
        emit dataChanged(index(0, Started), index(rowCount() - 1, Started));
}

int AttemptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_attempts.size());
}

int AttemptModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AttemptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Attempt &attempt = m_attempts[static_cast<size_t>(index.row())];
    if (role == Qt::ToolTipRole && index.column() == Started)
        return momentTip(attempt.startedMs);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return display(attempt, index.column());
    if (role == Qt::AccessibleTextRole) {
        const QString first = tr("attempt %1, %2").arg(attempt.number).arg(word(attempt.status));
        return index.column() != Number  ? display(attempt, index.column())
               : attempt.error.isEmpty() ? first
                                         : first + QStringLiteral(", ") + attempt.error;
    }
    return {};
}

QString AttemptModel::display(const Attempt &attempt, int column) const
{
    switch (column) {
    case Number: return QString::number(attempt.number);
    case State: return word(attempt.status);
    case Started: return formatMoment(attempt.startedMs, m_timeStyle);
    case Took:
        return attempt.startedMs == 0 || attempt.finishedMs == 0
                   ? QString()
                   : formatDuration(
                       std::chrono::milliseconds(attempt.finishedMs - attempt.startedMs));
    case Error: return attempt.error;
    default: return {};
    }
}

QVariant AttemptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("No.");
    case State: return tr("State");
    case Started: return tr("Started");
    case Took: return tr("Took");
    case Error: return tr("Error");
    default: return {};
    }
}

} // namespace ui
