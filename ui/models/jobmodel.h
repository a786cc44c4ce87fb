// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"
#include "ui/models/jobstore.h"

#include <QAbstractTableModel>

namespace ui {

/// The store as a table. What the store took since the last flush() is published by flush() alone:
/// new rows as one insertion, changes as one `dataChanged` per run of neighbouring rows, with the
/// columns and roles that changed. Elapsed and Updated follow setNow() without signals: a view
/// repaints these two columns itself, once a second.
class JobModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobModel)

public:
    enum Role {
        ValueRole = Qt::UserRole, ///< Sortable value of the cell.
        StatusRole, ///< int of hub::JobStatus, on every cell.
        StaleRole, ///< bool: the hub's last snapshot did not have this job.
        ProgressRole, ///< double, percent.
        PercentRole, ///< `64 %`; empty while queued.
        StepRole, ///< `12/19`; empty without steps.
    };

    /// `store` is not owned.
    explicit JobModel(JobStore *store, QObject *parent = nullptr);

    const JobStore &store() const { return *m_store; }
    void flush();
    /// Forgets all jobs.
    void clear();

    void setNow(qint64 wallMs) { m_nowMs = wallMs; }
    void setTimeStyle(TimeStyle style);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Sortable number or text of a cell without the detour over QVariant.
    double number(int row, JobColumn column) const;
    const QString &text(int row, JobColumn column) const;
    static bool isText(JobColumn column);

private:
    QString display(const JobRow &row, JobColumn column) const;
    QString sentence(const JobRow &row) const;
    QString tip(const JobRow &row, JobColumn column) const;
    void publishRun(int first, int last, ColumnMask columns);

    JobStore *m_store;
    int m_published = 0; ///< Rows that views know of.
    qint64 m_nowMs = 0;
    TimeStyle m_timeStyle = TimeStyle::Local;
};

} // namespace ui
