// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/connectionmodel.h"

#include "ui/models/formats.h"
#include "ui/models/jobwords.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace ui {

ConnectionModel::ConnectionModel(QObject *parent) : QAbstractItemModel(parent) { }

void ConnectionModel::setConnections(const QList<ConnectionInfo> &connections)
{
    QSet<qint64> present;
    for (const ConnectionInfo &connection : connections)
        present.insert(connection.id);
    for (int group = static_cast<int>(m_groups.size()) - 1; group >= 0; --group) {
        const auto size = m_groups[static_cast<size_t>(group)].connections.size();
        for (int row = static_cast<int>(size) - 1; row >= 0; --row) {
            const auto &known = m_groups[static_cast<size_t>(group)].connections;
            if (!present.contains(known[static_cast<size_t>(row)].id))
                remove(group, row);
        }
    }
    for (const ConnectionInfo &connection : connections)
        place(connection);
}

void ConnectionModel::open(const ConnectionInfo &connection)
{
    place(connection);
}

void ConnectionModel::close(qint64 id)
{
    for (size_t group = 0; group < m_groups.size(); ++group) {
        const auto &known = m_groups[group].connections;
        for (size_t row = 0; row < known.size(); ++row) {
            if (known[row].id == id) {
                remove(static_cast<int>(group), static_cast<int>(row));
                return;
            }
        }
    }
}

void ConnectionModel::clear()
{
    beginResetModel();
    m_groups.clear();
    m_total = 0;
    endResetModel();
}

int ConnectionModel::ownCount() const
{
    int own = 0;
    for (const Group &group : m_groups) {
        own += static_cast<int>(std::count_if(group.connections.begin(), group.connections.end(),
                                              [this](const auto &c) { return isOwn(c); }));
    }
    return own;
}

bool ConnectionModel::isOwn(const ConnectionInfo &connection) const
{
    return !m_ownClient.isEmpty() && connection.client == m_ownClient;
}

int ConnectionModel::groupRow(quintptr id) const
{
    const auto at = std::find_if(m_groups.begin(), m_groups.end(),
                                 [id](const Group &group) { return group.id == id; });
    return at == m_groups.end() ? -1 : static_cast<int>(at - m_groups.begin());
}

int ConnectionModel::groupOf(const QByteArray &topic)
{
    const auto at = std::lower_bound(
        m_groups.begin(), m_groups.end(), topic,
        [](const Group &group, const QByteArray &wanted) { return group.topic < wanted; });
    const int row = static_cast<int>(at - m_groups.begin());
    if (at == m_groups.end() || at->topic != topic) {
        beginInsertRows({}, row, row);
        m_groups.insert(at, Group{m_nextGroup++, topic, {}});
        endInsertRows();
    }
    return row;
}

void ConnectionModel::remove(int group, int row)
{
    const QModelIndex parent = index(group, 0);
    auto &known = m_groups[static_cast<size_t>(group)].connections;
    beginRemoveRows(parent, row, row);
    known.erase(known.begin() + row);
    --m_total;
    endRemoveRows();
    if (known.empty()) {
        beginRemoveRows({}, group, group);
        m_groups.erase(m_groups.begin() + group);
        endRemoveRows();
    } else {
        emit dataChanged(parent, parent.siblingAtColumn(ColumnCount - 1));
    }
}

void ConnectionModel::place(const ConnectionInfo &connection)
{
    const int group = groupOf(connection.topic);
    auto &known = m_groups[static_cast<size_t>(group)].connections;
    const QModelIndex parent = index(group, 0);
    const auto at =
        std::lower_bound(known.begin(), known.end(), connection.id,
                         [](const ConnectionInfo &info, qint64 id) { return info.id < id; });
    const int row = static_cast<int>(at - known.begin());
    if (at != known.end() && at->id == connection.id) {
        *at = connection;
        emit dataChanged(index(row, 0, parent), index(row, ColumnCount - 1, parent));
    } else {
        beginInsertRows(parent, row, row);
        known.insert(at, connection);
        ++m_total;
        endInsertRows();
    }
    emit dataChanged(parent, parent.siblingAtColumn(ColumnCount - 1));
}

QModelIndex ConnectionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const quintptr id = parent.isValid() ? m_groups[static_cast<size_t>(parent.row())].id : 0;
    return createIndex(row, column, id);
}

QModelIndex ConnectionModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || !isConnection(child))
        return {};
    const int group = groupRow(child.internalId());
    return group < 0 ? QModelIndex() : createIndex(group, 0, quintptr{0});
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return isConnection(parent) || parent.column() > 0
               ? 0
               : static_cast<int>(m_groups[static_cast<size_t>(parent.row())].connections.size());
}

int ConnectionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool leaf = isConnection(index);
    const int groupIndex = leaf ? groupRow(index.internalId()) : index.row();
    const Group &group = m_groups[static_cast<size_t>(groupIndex)];
    if (role == Qt::TextAlignmentRole) {
        const bool figure = index.column() >= Count && index.column() <= Backlog;
        return QVariant::fromValue(figure ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != OwnRole)
        return {};
    if (!leaf)
        return role == Qt::DisplayRole ? QVariant(groupText(group, index.column())) : QVariant();
    const ConnectionInfo &connection = group.connections[static_cast<size_t>(index.row())];
    if (role == OwnRole)
        return isOwn(connection);
    if (role == Qt::ToolTipRole)
        return index.column() == Agent ? QVariant(connection.userAgent) : QVariant();
    return connectionText(connection, index.column());
}

QString ConnectionModel::groupText(const Group &group, int column) const
{
    const auto sum = [&group](qint64 ConnectionInfo::*figure) {
        return std::accumulate(group.connections.begin(), group.connections.end(), qint64{0},
                               [figure](qint64 all, const auto &c) { return all + c.*figure; });
    };
    qint64 lag = 0;
    for (const ConnectionInfo &connection : group.connections)
        lag = qMax(lag, connection.lagEvents);
    switch (column) {
    case Topic: return userName(group.topic);
    case Count: return formatCount(static_cast<qint64>(group.connections.size()));
    case Lag: return formatCount(lag);
    case Sent: return formatBytes(sum(&ConnectionInfo::bytesSent));
    case Backlog: return formatBytes(sum(&ConnectionInfo::backlogBytes));
    default: return {};
    }
}

QString ConnectionModel::connectionText(const ConnectionInfo &connection, int column) const
{
    switch (column) {
    case Topic:
        return isOwn(connection) ? tr("#%1  this monitor").arg(connection.id)
                                 : QStringLiteral("#%1").arg(connection.id);
    case Age: return formatDuration(std::chrono::milliseconds(m_nowMs - connection.openedMs));
    case Lag: return formatCount(connection.lagEvents);
    case Sent: return formatBytes(connection.bytesSent);
    case Backlog: return formatBytes(connection.backlogBytes);
    case Agent: return oneLine(connection.userAgent);
    case Remote: return connection.remote;
    default: return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(section >= Count && section <= Backlog
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Topic: return tr("Topic");
    case Count: return tr("Count");
    case Age: return tr("Age");
    case Lag: return tr("Lag");
    case Sent: return tr("Sent");
    case Backlog: return tr("Backlog");
    case Agent: return tr("User agent");
    case Remote: return tr("Address");
    default: return {};
    }
}

} // namespace ui
