// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// The events of one job in order, from its history and live, each once.
class TimelineModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineModel)

public:
    /// More than this and the oldest tenth goes; dropped() counts it.
    static constexpr int maxEvents = 10'000;

    enum Column { Time, Delta, Type, Text, ColumnCount };
    enum Role { TypeRole = Qt::UserRole, JsonRole };

    explicit TimelineModel(QObject *parent = nullptr);

    void clear();
    /// Merges events in any order; known ones (by id) are skipped.
    void add(const QList<JobEvent> &events);
    void setTimeStyle(TimeStyle style);

    qint64 dropped() const { return m_dropped; }
    const JobEvent &at(int row) const { return m_entries[static_cast<size_t>(row)].event; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry
    {
        hub::EventId id;
        JobEvent event;
        QString text;
    };

    void insert(Entry entry);
    void dropOldest();
    QString display(int row, int column) const;

    std::vector<Entry> m_entries;
    qint64 m_dropped = 0;
    TimeStyle m_timeStyle = TimeStyle::Local;
};

} // namespace ui
