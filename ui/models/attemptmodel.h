// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// The attempts of one job, newest first, each with its last state and its error. Built from the
/// job and from its events, which may come in any order and more than once.
class AttemptModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptModel)

public:
    /// Above this number the oldest attempt is dropped.
    static constexpr int maxAttempts = 1000;

    enum Column { Number, State, Started, Took, Error, ColumnCount };

    explicit AttemptModel(QObject *parent = nullptr);

    void clear();
    /// Takes the current attempt from the job.
    void setJob(const hub::Job &job);
    /// Takes what an event says about its attempt. Log lines say nothing.
    void add(const JobEvent &event);
    void setTimeStyle(TimeStyle style);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Attempt
    {
        int number = 1;
        hub::JobStatus status = hub::JobStatus::Queued;
        hub::EventId statusEvent; ///< The event that set the status.
        qint64 startedMs = 0; ///< 0 = not known, or not started.
        qint64 finishedMs = 0; ///< 0 = not ended.
        QString error;
    };

    /// Returns the row of an attempt. Adds the attempt if it is new; -1 if it is too old to keep.
    int rowOf(int number);
    QString display(const Attempt &attempt, int column) const;

    std::vector<Attempt> m_attempts; ///< Newest first.
    TimeStyle m_timeStyle = TimeStyle::Local;
};

} // namespace ui
