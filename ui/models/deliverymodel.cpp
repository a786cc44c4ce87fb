// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/deliverymodel.h"

#include "ui/models/deliverywords.h"
#include "ui/models/jobwords.h"

#include <algorithm>

namespace ui {

namespace {

bool isNewer(const DeliveryInfo &a, const DeliveryInfo &b)
{
    return a.id > b.id;
}

} // namespace

DeliveryModel::DeliveryModel(QObject *parent) : QAbstractTableModel(parent) { }

int DeliveryModel::placeOf(qint64 id) const
{
    const auto at =
        std::lower_bound(m_rows.begin(), m_rows.end(), id,
                         [](const DeliveryInfo &row, qint64 wanted) { return row.id > wanted; });
    return static_cast<int>(at - m_rows.begin());
}

int DeliveryModel::rowOf(qint64 id) const
{
    const int row = placeOf(id);
    return row < rowCount() && at(row).id == id ? row : -1;
}

void DeliveryModel::put(QList<DeliveryInfo> deliveries)
{
    std::sort(deliveries.begin(), deliveries.end(), isNewer);
    const auto last = std::unique(deliveries.begin(), deliveries.end(),
                                  [](const auto &a, const auto &b) { return a.id == b.id; });
    deliveries.erase(last, deliveries.end());
    QList<DeliveryInfo> newer;
    QList<DeliveryInfo> older;
    const qint64 newest = newestId();
    const qint64 oldest = oldestId();
    for (const DeliveryInfo &delivery : std::as_const(deliveries)) {
        if (delivery.id > newest)
            newer << delivery;
        else if (delivery.id < oldest)
            older << delivery;
        else
            placeOne(delivery);
    }
    append(older);
    prepend(newer);
}

void DeliveryModel::prepend(const QList<DeliveryInfo> &newer)
{
    const auto count = qMin<qsizetype>(newer.size(), maxRows);
    if (count == 0)
        return;
    dropTail(static_cast<size_t>(maxRows - count));
    beginInsertRows({}, 0, static_cast<int>(count) - 1);
    m_rows.insert(m_rows.begin(), newer.begin(), newer.begin() + count);
    endInsertRows();
}

void DeliveryModel::append(const QList<DeliveryInfo> &older)
{
    const auto count = qMin<qsizetype>(older.size(), maxRows - rowCount());
    if (count <= 0)
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(count) - 1);
    m_rows.insert(m_rows.end(), older.begin(), older.begin() + count);
    endInsertRows();
}

/// Updates a webhook, or inserts one between others: commits may be announced out of order.
void DeliveryModel::placeOne(const DeliveryInfo &delivery)
{
    const int row = placeOf(delivery.id);
    const auto at = m_rows.begin() + row;
    if (at != m_rows.end() && at->id == delivery.id) {
        *at = delivery;
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    beginInsertRows({}, row, row);
    m_rows.insert(at, delivery);
    endInsertRows();
    dropTail(maxRows);
}

void DeliveryModel::dropTail(size_t kept)
{
    if (m_rows.size() <= kept)
        return;
    beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(kept), m_rows.end());
    endRemoveRows();
}

void DeliveryModel::removeUpTo(qint64 id)
{
    dropTail(static_cast<size_t>(placeOf(id)));
}

void DeliveryModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void DeliveryModel::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    if (!m_rows.empty())
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

int DeliveryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DeliveryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DeliveryModel::display(const DeliveryInfo &delivery, int column) const
{
    switch (column) {
    case Time: return formatClock(delivery.receivedMs, m_timeStyle);
    case Verdict: return word(outcomeOf(delivery));
    case Status: return statusText(delivery);
    case Source: return isolated(oneLine(delivery.source));
    case Size: return formatBytes(delivery.size);
    case Job: return isolated(oneLine(displayText(delivery.jobId)));
    case Event: return displayText(delivery.eventId).section(QLatin1Char('.'), 1);
    case Reason:
        if (delivery.replayOf == 0)
            return isolated(oneLine(delivery.reason));
        return delivery.reason.isEmpty()
                   ? tr("Replay of %1").arg(delivery.replayOf)
                   : tr("Replay of %1: %2").arg(delivery.replayOf).arg(oneLine(delivery.reason));
    default: return {};
    }
}

QString DeliveryModel::toolTip(const DeliveryInfo &delivery, int column) const
{
    switch (column) {
    case Time: return formatMoment(delivery.receivedMs, m_timeStyle);
    case Status:
        if (answeredStatus(delivery) == 400)
            return tr("The sender got an error. The hub does not keep which: 400, 413 or 415.");
        return delivery.replayOf == 0 ? QString() : tr("A replay has no sender.");
    case Source: return delivery.path;
    case Size: return tr("%1 bytes").arg(formatCount(delivery.size));
    case Job: return displayText(delivery.jobId);
    case Event: return displayText(delivery.eventId);
    case Reason: return delivery.reason;
    default: return {};
    }
}

QVariant DeliveryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DeliveryInfo &delivery = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(delivery, index.column());
    case Qt::ToolTipRole: return toolTip(delivery, index.column());
    case OutcomeRole: return static_cast<int>(outcomeOf(delivery));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Size ? Qt::AlignRight | Qt::AlignVCenter
                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant DeliveryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section == Size ? Qt::AlignRight | Qt::AlignVCenter
                                                   : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Received");
    case Verdict: return tr("Verdict");
    case Status: return tr("Status");
    case Source: return tr("Source");
    case Size: return tr("Size");
    case Job: return tr("Job");
    case Event: return tr("Event");
    case Reason: return tr("Reason");
    default: return {};
    }
}

} // namespace ui
