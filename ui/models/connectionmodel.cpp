// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/connectionmodel.h"

#include "ui/models/jobwords.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

QVariant alignmentOf(int column)
{
    const bool figure = column >= ConnectionModel::Count && column <= ConnectionModel::Backlog
                        && column != ConnectionModel::History;
    return QVariant::fromValue(figure ? Qt::AlignRight | Qt::AlignVCenter
                                      : Qt::AlignLeft | Qt::AlignVCenter);
}

auto placeOf(std::vector<ConnectionInfo> &connections, qint64 id)
{
    return std::lower_bound(
        connections.begin(), connections.end(), id,
        [](const ConnectionInfo &info, qint64 wanted) { return info.id < wanted; });
}

} // namespace

ConnectionModel::ConnectionModel(QObject *parent) : QAbstractItemModel(parent) { }

const QByteArray &ConnectionModel::keyOf(const ConnectionInfo &connection) const
{
    return m_grouping == Grouping::ByTopic ? connection.topic : connection.user;
}

bool ConnectionModel::accepts(const ConnectionInfo &connection) const
{
    return m_filter.matches(connection, isOwn(connection), m_nowMs);
}

void ConnectionModel::setConnections(const QList<ConnectionInfo> &connections)
{
    QSet<qint64> present;
    for (const ConnectionInfo &connection : connections)
        present.insert(connection.id);
    QList<qint64> gone;
    for (const auto &[id, info] : m_all) {
        if (!present.contains(id))
            gone << id;
    }
    for (const qint64 id : std::as_const(gone))
        close(id);
    for (const ConnectionInfo &connection : connections)
        open(connection);
}

void ConnectionModel::open(const ConnectionInfo &connection)
{
    const auto known = m_all.find(connection.id);
    // A hub that restarted gives the id of an earlier connection to another one.
    const bool moved = known != m_all.end() && keyOf(known->second) != keyOf(connection);
    if (known != m_all.end() && (moved || !accepts(connection)))
        hide(known->second);
    m_all[connection.id] = connection;
    if (accepts(connection))
        place(connection);
}

void ConnectionModel::close(qint64 id)
{
    const auto known = m_all.find(id);
    if (known == m_all.end())
        return;
    hide(known->second);
    m_all.erase(known);
}

void ConnectionModel::clear()
{
    beginResetModel();
    m_all.clear();
    m_groups.clear();
    m_shown = 0;
    endResetModel();
}

void ConnectionModel::setGrouping(Grouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    rebuild();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void ConnectionModel::setFilter(const ConnectionFilter &filter)
{
    m_filter = filter;
    rebuild();
}

void ConnectionModel::rebuild()
{
    beginResetModel();
    m_groups.clear();
    m_shown = 0;
    std::map<QByteArray, std::vector<ConnectionInfo>> groups;
    for (const auto &[id, connection] : m_all) {
        if (!accepts(connection))
            continue;
        groups[keyOf(connection)].push_back(connection);
        ++m_shown;
    }
    for (auto &[key, connections] : groups)
        m_groups.push_back({m_nextGroup++, key, std::move(connections)});
    endResetModel();
}

void ConnectionModel::sample(qint64 steadyMs, bool known)
{
    const std::chrono::milliseconds since(steadyMs - m_takenSteadyMs.value_or(0));
    if (m_takenSteadyMs && since < CountHistory::interval)
        return;
    m_takenSteadyMs = steadyMs;
    if (!known) {
        m_topicHistory.addUnknown();
        m_userHistory.addUnknown();
        return;
    }
    QHash<QByteArray, int> topics;
    QHash<QByteArray, int> users;
    for (const auto &[id, connection] : m_all) {
        ++topics[connection.topic];
        ++users[connection.user];
    }
    m_topicHistory.add(topics);
    m_userHistory.add(users);
    if (!m_groups.empty())
        emit dataChanged(index(0, History), index(rowCount() - 1, History), {HistoryRole});
}

void ConnectionModel::forgetHistory()
{
    m_topicHistory.clear();
    m_userHistory.clear();
    m_takenSteadyMs.reset();
}

int ConnectionModel::ownCount() const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(),
                                          [this](const auto &c) { return isOwn(c.second); }));
}

bool ConnectionModel::isOwn(const ConnectionInfo &connection) const
{
    return !m_ownClient.isEmpty() && connection.client == m_ownClient;
}

QList<ConnectionInfo> ConnectionModel::connectionsAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = isConnection(index) ? groupRow(index.internalId()) : index.row();
    const auto &connections = m_groups[static_cast<size_t>(row)].connections;
    if (isConnection(index))
        return {connections[static_cast<size_t>(index.row())]};
    return {connections.begin(), connections.end()};
}

int ConnectionModel::groupRow(quintptr id) const
{
    const auto at = std::find_if(m_groups.begin(), m_groups.end(),
                                 [id](const Group &group) { return group.id == id; });
    return at == m_groups.end() ? -1 : static_cast<int>(at - m_groups.begin());
}

int ConnectionModel::groupOf(const QByteArray &key)
{
    const auto at = std::lower_bound(
        m_groups.begin(), m_groups.end(), key,
        [](const Group &group, const QByteArray &wanted) { return group.key < wanted; });
    const int row = static_cast<int>(at - m_groups.begin());
    if (at == m_groups.end() || at->key != key) {
        beginInsertRows({}, row, row);
        m_groups.insert(at, Group{m_nextGroup++, key, {}});
        endInsertRows();
    }
    return row;
}

/// Takes a connection out of the tree, if it is there.
void ConnectionModel::hide(const ConnectionInfo &connection)
{
    const auto group = std::lower_bound(
        m_groups.begin(), m_groups.end(), keyOf(connection),
        [](const Group &one, const QByteArray &wanted) { return one.key < wanted; });
    if (group == m_groups.end() || group->key != keyOf(connection))
        return;
    const auto at = placeOf(group->connections, connection.id);
    if (at != group->connections.end() && at->id == connection.id)
        remove(static_cast<int>(group - m_groups.begin()),
               static_cast<int>(at - group->connections.begin()));
}

void ConnectionModel::remove(int group, int row)
{
    const QModelIndex parent = index(group, 0);
    auto &known = m_groups[static_cast<size_t>(group)].connections;
    beginRemoveRows(parent, row, row);
    known.erase(known.begin() + row);
    --m_shown;
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
    const int group = groupOf(keyOf(connection));
    auto &known = m_groups[static_cast<size_t>(group)].connections;
    const QModelIndex parent = index(group, 0);
    const auto at = placeOf(known, connection.id);
    const int row = static_cast<int>(at - known.begin());
    if (at != known.end() && at->id == connection.id) {
        *at = connection;
        emit dataChanged(index(row, 0, parent), index(row, ColumnCount - 1, parent));
    } else {
        beginInsertRows(parent, row, row);
        known.insert(at, connection);
        ++m_shown;
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
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (!isConnection(index))
        return groupData(m_groups[static_cast<size_t>(index.row())], index.column(), role);
    const Group &group = m_groups[static_cast<size_t>(groupRow(index.internalId()))];
    return connectionData(group.connections[static_cast<size_t>(index.row())], index.column(),
                          role);
}

QVariant ConnectionModel::groupData(const Group &group, int column, int role) const
{
    if (role == Qt::DisplayRole)
        return groupText(group, column);
    if (column != History)
        return {};
    const bool byTopic = m_grouping == Grouping::ByTopic;
    const QList<int> counts = (byTopic ? m_topicHistory : m_userHistory).of(group.key);
    if (role == HistoryRole)
        return QVariant::fromValue(counts);
    if ((role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) || counts.isEmpty())
        return {};
    return tr("Connections over the last 15 minutes: %1 now, %2 at most")
        .arg(formatCount(qMax(counts.last(), 0)),
             formatCount(*std::max_element(counts.begin(), counts.end())));
}

QString ConnectionModel::keyText(Grouping grouping, const QByteArray &key)
{
    return key.isEmpty() && grouping == Grouping::ByUser ? tr("(no user)") : userName(key);
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
    case Topic: return keyText(m_grouping, group.key);
    case Count: return formatCount(static_cast<qint64>(group.connections.size()));
    case Lag: return formatCount(lag);
    case Sent: return formatBytes(sum(&ConnectionInfo::bytesSent));
    case Backlog: return formatBytes(sum(&ConnectionInfo::backlogBytes));
    default: return {};
    }
}

QVariant ConnectionModel::connectionData(const ConnectionInfo &connection, int column,
                                         int role) const
{
    if (role == Qt::DisplayRole)
        return connectionText(connection, column);
    if (role == OwnRole)
        return isOwn(connection);
    if (role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Age: return tr("Since %1").arg(formatMoment(connection.openedMs, m_timeStyle));
    case Lag:
        return tr("%1 events behind, the oldest for %2")
            .arg(formatCount(connection.lagEvents), formatDuration(connection.lag));
    case User: return connectionText(connection, column);
    case Agent: return connection.userAgent;
    default: return {};
    }
}

QString ConnectionModel::connectionText(const ConnectionInfo &connection, int column) const
{
    const bool byTopic = m_grouping == Grouping::ByTopic;
    switch (column) {
    case Topic:
        return isOwn(connection) ? tr("#%1  this monitor").arg(connection.id)
                                 : QStringLiteral("#%1").arg(connection.id);
    case Age: return formatDuration(std::chrono::milliseconds(m_nowMs - connection.openedMs));
    case Lag: return formatCount(connection.lagEvents);
    case Sent: return formatBytes(connection.bytesSent);
    case Backlog: return formatBytes(connection.backlogBytes);
    case User: return userName(byTopic ? connection.user : connection.topic);
    case Agent: return oneLine(connection.userAgent);
    case Remote: return connection.remote;
    default: return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    const bool byTopic = m_grouping == Grouping::ByTopic;
    switch (section) {
    case Topic: return byTopic ? tr("Topic") : tr("User");
    case Count: return tr("Count");
    case History: return tr("15 minutes");
    case Age: return tr("Age");
    case Lag: return tr("Lag");
    case Sent: return tr("Sent");
    case Backlog: return tr("Backlog");
    case User: return byTopic ? tr("User") : tr("Topic");
    case Agent: return tr("User agent");
    case Remote: return tr("Address");
    default: return {};
    }
}

} // namespace ui
