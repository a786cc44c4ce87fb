// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"
#include "ui/models/jobstore.h"

#include <QAbstractTableModel>

namespace ui {

/// The store as a table. Only flush() publishes changes of the store: new rows as one insertion,
/// and changed rows as one `dataChanged` per run of neighbours. Elapsed and Updated follow setNow()
/// without a signal; a view repaints these two columns once a second.
class JobModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobModel)

public:
    enum Role {
        ValueRole = Qt::UserRole, ///< The value for sorting.
        StatusRole, ///< int of hub::JobStatus; on every cell.
        StaleRole, ///< bool, see JobRow::stale.
        StalledRole, ///< bool, see JobRow::stalled.
        UnseenRole, ///< bool, see JobRow::unseen.
        PinnedRole, ///< bool, see JobRow::pinned.
        ProgressRole, ///< double, percent.
        PercentRole, ///< `64 %`; empty while queued.
        StepRole, ///< `12/19`; empty without steps.
    };

    /// `store` is not owned.
    explicit JobModel(JobStore *store, QObject *parent = nullptr);

    const JobStore &store() const { return *m_store; }
    /// Publishes the changes of the store. Drops old jobs with a model reset when the store is
    /// overfull.
    void flush();
    /// Removes all jobs, also from the store.
    void clear();

    /// Sets the current time, in ms since 1970 UTC. `asOfMs` is the moment of the state that the
    /// jobs have if they no longer follow the hub, otherwise 0. Elapsed time stops there. Emits no
    /// signal.
    void setNow(qint64 wallMs, qint64 asOfMs = 0);
    qint64 now() const { return m_nowMs; }
    void setTimeStyle(TimeStyle style);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Returns the value of a cell for sorting, without a QVariant. isText() tells which function
    /// fits.
    double number(int row, JobColumn column) const;
    const QString &text(int row, JobColumn column) const;
    static bool isText(JobColumn column);

private:
    QString display(const JobRow &row, JobColumn column) const;
    QString stateText(const JobRow &row) const;
    QString sentence(const JobRow &row) const;
    QString tip(const JobRow &row, JobColumn column) const;
    std::chrono::milliseconds elapsed(const hub::Job &job) const;
    void publishRun(int first, int last, ColumnMask columns);

    JobStore *m_store;
    int m_published = 0; ///< Number of rows that views know.
    qint64 m_nowMs = 0;
    qint64 m_asOfMs = 0; ///< 0 = the jobs follow the hub.
    TimeStyle m_timeStyle = TimeStyle::Local;
};

} // namespace ui
