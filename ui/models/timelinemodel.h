// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// The events of one job in the order of their ids, from history and live. Each event appears once.
class TimelineModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineModel)

public:
    /// Above this number the oldest tenth is dropped; dropped() counts the dropped events.
    static constexpr int maxEvents = 10'000;

    enum Column { Time, Delta, Type, Text, ColumnCount };
    enum Role { TypeRole = Qt::UserRole, JsonRole };

    explicit TimelineModel(QObject *parent = nullptr);

    void clear();
    /// Adds events, which may be in any order. Skips events with a known id.
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
        hub::EventId id() const { return event.delta.id; }

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
