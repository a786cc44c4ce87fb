// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobmodel.h"

#include "ui/models/jobwords.h"

#include <bit>
#include <cmath>

namespace ui {

namespace {

/// Whole percents, because changing decimals distract in a list.
QString percentText(const hub::Job &job)
{
    return job.status == hub::JobStatus::Queued ? QString()
                                                : formatPercent(std::round(job.progress));
}

QString stepText(const hub::Job &job)
{
    return job.step && job.step->total > 0
               ? QStringLiteral("%1/%2").arg(job.step->current).arg(job.step->total)
               : QString();
}

const QList<int> &textRoles()
{
    static const QList<int> roles{
        Qt::DisplayRole,        Qt::AccessibleTextRole, JobModel::ValueRole,  JobModel::StatusRole,
        JobModel::StaleRole,    JobModel::StalledRole,  JobModel::UnseenRole, JobModel::PinnedRole,
        JobModel::ProgressRole, JobModel::PercentRole,  JobModel::StepRole};
    return roles;
}

} // namespace

JobModel::JobModel(JobStore *store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_published(store->count())
{ }

void JobModel::flush()
{
    if (m_store->overfull()) {
        beginResetModel();
        m_store->compact();
        m_published = m_store->count();
        endResetModel();
        return;
    }
    const std::vector<JobStore::Dirty> dirty = m_store->takeDirty();
    const int known = m_published;
    if (m_store->count() > known) {
        beginInsertRows({}, known, m_store->count() - 1);
        m_published = m_store->count();
        endInsertRows();
    }
    for (size_t i = 0; i < dirty.size() && dirty[i].row < known;) {
        const int first = dirty[i].row;
        int last = first;
        ColumnMask columns = dirty[i].columns;
        for (++i; i < dirty.size() && dirty[i].row == last + 1 && dirty[i].row < known; ++i) {
            last = dirty[i].row;
            columns |= dirty[i].columns;
        }
        publishRun(first, last, columns);
    }
}

void JobModel::publishRun(int first, int last, ColumnMask columns)
{
    // Column 0 has the accessible text of the whole row, so it always changes too. Views repaint
    // the columns in between.
    const int right = std::bit_width(columns) - 1;
    emit dataChanged(index(first, 0), index(last, right), textRoles());
}

void JobModel::clear()
{
    beginResetModel();
    m_store->clear();
    m_published = 0;
    endResetModel();
}

void JobModel::setNow(qint64 wallMs, qint64 asOfMs)
{
    m_nowMs = wallMs;
    m_asOfMs = asOfMs;
}

std::chrono::milliseconds JobModel::elapsed(const hub::Job &job) const
{
    const qint64 from = job.startedMs != 0 ? job.startedMs : job.createdMs;
    if (from == 0 || (job.startedMs == 0 && hub::isTerminal(job.status)))
        return {};
    const qint64 now = m_asOfMs != 0 ? m_asOfMs : m_nowMs;
    const qint64 to = job.finishedMs != 0 ? job.finishedMs : now;
    return std::chrono::milliseconds(qMax<qint64>(0, to - from));
}

void JobModel::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_published;
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : jobColumnCount;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobRow &row = m_store->at(index.row());
    const auto column = static_cast<JobColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return display(row, column);
    case Qt::ToolTipRole: return tip(row, column);
    case Qt::AccessibleTextRole:
        return column == JobColumn::State ? sentence(row) : display(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column == JobColumn::Elapsed || column == JobColumn::Updated
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    case ValueRole:
        return isText(column) ? QVariant(text(index.row(), column))
                              : QVariant(number(index.row(), column));
    case StatusRole: return static_cast<int>(row.job.status);
    case StaleRole: return row.stale;
    case StalledRole: return row.stalled;
    case UnseenRole: return row.unseen;
    case PinnedRole: return row.pinned;
    case ProgressRole: return row.job.progress;
    case PercentRole: return percentText(row.job);
    case StepRole: return stepText(row.job);
    default: return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= jobColumnCount)
        return {};
    const auto column = static_cast<JobColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(column == JobColumn::Elapsed || column == JobColumn::Updated
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case JobColumn::State: return tr("State");
    case JobColumn::Job: return tr("Job");
    case JobColumn::Kind: return tr("Kind");
    case JobColumn::Owner: return tr("Owner");
    case JobColumn::Progress: return tr("Progress");
    case JobColumn::Elapsed: return tr("Elapsed");
    case JobColumn::Updated: return tr("Updated");
    case JobColumn::Outcome: return tr("Result / Error");
    }
    return {};
}

bool JobModel::isText(JobColumn column)
{
    return column == JobColumn::Job || column == JobColumn::Outcome;
}

const QString &JobModel::text(int row, JobColumn column) const
{
    const JobRow &entry = m_store->at(row);
    return column == JobColumn::Outcome ? entry.outcome : entry.id;
}

double JobModel::number(int row, JobColumn column) const
{
    const hub::Job &job = m_store->at(row).job;
    switch (column) {
    case JobColumn::State: return static_cast<double>(job.status);
    case JobColumn::Kind: return static_cast<double>(job.kind);
    case JobColumn::Progress: return job.progress;
    case JobColumn::Elapsed: return static_cast<double>(elapsed(job).count());
    case JobColumn::Updated: return static_cast<double>(job.updatedMs);
    default: return 0;
    }
}

QString JobModel::display(const JobRow &row, JobColumn column) const
{
    const hub::Job &job = row.job;
    switch (column) {
    case JobColumn::State: return stateText(row);
    case JobColumn::Job: return row.id;
    case JobColumn::Kind: return word(job.kind);
    case JobColumn::Owner: return userName(job.owner);
    case JobColumn::Progress:
        return (percentText(job) + QStringLiteral("  ") + stepText(job)).trimmed();
    case JobColumn::Elapsed: return job.startedMs == 0 ? QString() : formatDuration(elapsed(job));
    case JobColumn::Updated: return formatAge(std::chrono::milliseconds(m_nowMs - job.updatedMs));
    case JobColumn::Outcome: return row.outcome;
    }
    return {};
}

QString JobModel::stateText(const JobRow &row) const
{
    const std::chrono::milliseconds silent(m_nowMs - row.job.updatedMs);
    return row.stalled ? tr("Stalled %1").arg(formatSpan(silent)) : word(row.job.status);
}

QString JobModel::sentence(const JobRow &row) const
{
    const hub::Job &job = row.job;
    QStringList parts{tr("job %1").arg(row.id), word(job.kind), stateText(row)};
    if (row.unseen)
        parts << tr("new failure");
    if (row.pinned)
        parts << tr("pinned");
    if (job.status == hub::JobStatus::Processing)
        parts << tr("%1 percent").arg(qRound(job.progress));
    parts << tr("updated %1").arg(formatAge(std::chrono::milliseconds(m_nowMs - job.updatedMs)));
    if (!row.outcome.isEmpty())
        parts << row.outcome;
    if (row.stale || m_asOfMs != 0)
        parts << tr("may be out of date");
    return parts.join(QStringLiteral(", "));
}

QString JobModel::tip(const JobRow &row, JobColumn column) const
{
    if (row.stale)
        return tr("Events of this job were missed; this row may be out of date.");
    if (row.stalled && column == JobColumn::State) {
        return tr("No update for %1. A running job of this kind is stalled after %2.")
            .arg(formatSpan(std::chrono::milliseconds(m_nowMs - row.job.updatedMs)),
                 formatSpan(m_store->pace().limit(row.job.kind)));
    }
    if (row.unseen && column == JobColumn::State)
        return tr("New: you have not looked at this failure yet.");
    if (column == JobColumn::Updated)
        return formatMoment(row.job.updatedMs, m_timeStyle);
    if (column == JobColumn::Elapsed && row.job.startedMs != 0)
        return tr("Started %1").arg(formatMoment(row.job.startedMs, m_timeStyle));
    return column == JobColumn::Outcome || column == JobColumn::Job ? display(row, column)
                                                                    : QString();
}

} // namespace ui
