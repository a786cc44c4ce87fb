// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/deliveryinfo.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

#include <deque>

namespace ui {

/// Received webhooks as a table, the newest first. Holds at most maxRows of them: a newer one drops
/// the oldest.
class DeliveryModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryModel)

public:
    static constexpr int maxRows = 5000;

    enum Column { Time, Verdict, Status, Source, Job, Size, Event, Reason, ColumnCount };
    enum Role { OutcomeRole = Qt::UserRole }; ///< int of DeliveryOutcome

    explicit DeliveryModel(QObject *parent = nullptr);

    /// Adds webhooks in any order, and updates those that are known. Older ones than all known are
    /// left out when the table is full.
    void put(QList<DeliveryInfo> deliveries);
    /// Removes the webhooks with this id and all older ones.
    void removeUpTo(qint64 id);
    void clear();
    void setTimeStyle(TimeStyle style);

    /// `row` is valid.
    const DeliveryInfo &at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// Returns the row of a webhook, or -1.
    int rowOf(qint64 id) const;
    /// Return the ids of the newest and the oldest row; 0 for an empty table.
    qint64 newestId() const { return m_rows.empty() ? 0 : m_rows.front().id; }
    qint64 oldestId() const { return m_rows.empty() ? 0 : m_rows.back().id; }
    bool isFull() const { return m_rows.size() >= maxRows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int placeOf(qint64 id) const;
    void prepend(const QList<DeliveryInfo> &newer);
    void append(const QList<DeliveryInfo> &older);
    void placeOne(const DeliveryInfo &delivery);
    void dropTail(size_t kept);
    QString display(const DeliveryInfo &delivery, int column) const;
    QString toolTip(const DeliveryInfo &delivery, int column) const;

    std::deque<DeliveryInfo> m_rows; ///< The highest id first.
    TimeStyle m_timeStyle = TimeStyle::Local;
};

} // namespace ui
