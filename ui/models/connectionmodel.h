// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubfeed.h"
#include "ui/models/connectionfilter.h"
#include "ui/models/counthistory.h"
#include "ui/models/formats.h"

#include <QAbstractItemModel>

#include <map>
#include <optional>
#include <vector>

namespace ui {

/// The hub's live connections as a tree: topics or users, and their connections below. Accepts
/// complete lists and single changes. Emits signals only for differences, so that views keep what
/// is expanded and selected. Another grouping or filter resets the model.
class ConnectionModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionModel)

public:
    enum Column {
        Topic, ///< Or the user, in the grouping by user.
        Count,
        History,
        Age,
        Lag,
        Sent,
        Backlog,
        User, ///< Or the topic, in the grouping by user.
        Agent,
        Remote,
        ColumnCount
    };
    enum Role {
        OwnRole = Qt::UserRole,
        HistoryRole, ///< QList<int> of CountHistory::of(), for groups.
    };
    enum class Grouping { ByTopic, ByUser };

    explicit ConnectionModel(QObject *parent = nullptr);

    /// Sets the `client` parameter that marks the monitor's own connections.
    void setOwnClient(const QByteArray &client) { m_ownClient = client; }
    /// Sets the time from which ages are counted, in ms since 1970 UTC. Emits no signal.
    void setNow(qint64 wallMs) { m_nowMs = wallMs; }
    void setTimeStyle(TimeStyle style) { m_timeStyle = style; }

    void setConnections(const QList<ConnectionInfo> &connections);
    /// Adds the connection, or updates it if its id is known.
    void open(const ConnectionInfo &connection);
    void close(qint64 id);
    void clear();

    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_grouping; }
    /// Shows only the connections that the filter accepts.
    void setFilter(const ConnectionFilter &filter);
    const ConnectionFilter &filter() const { return m_filter; }

    /// Takes a sample of all counts when one is due. `steadyMs` is the time of the steady clock.
    /// `known` is false while the hub is not connected.
    void sample(qint64 steadyMs, bool known);
    /// Forgets the samples, because another hub is shown.
    void forgetHistory();

    /// Number of all connections, shown or not.
    int total() const { return static_cast<int>(m_all.size()); }
    /// Number of connections that the filter accepts.
    int shown() const { return m_shown; }
    int ownCount() const;
    /// Returns the connection of a row, or all that are shown below a group.
    QList<ConnectionInfo> connectionsAt(const QModelIndex &index) const;
    bool isOwn(const ConnectionInfo &connection) const;
    /// Returns all connections by id, shown or not.
    const std::map<qint64, ConnectionInfo> &all() const { return m_all; }
    /// Returns how the first column names a connection with this key.
    static QString keyText(Grouping grouping, const QByteArray &key);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group
    {
        quintptr id; ///< Never reused. Indexes of connections carry it as their internal id.
        QByteArray key; ///< The topic or the user.
        std::vector<ConnectionInfo> connections;
    };

    bool isConnection(const QModelIndex &index) const { return index.internalId() != 0; }
    const QByteArray &keyOf(const ConnectionInfo &connection) const;
    bool accepts(const ConnectionInfo &connection) const;
    int groupRow(quintptr id) const;
    int groupOf(const QByteArray &key);
    void hide(const ConnectionInfo &connection);
    void remove(int group, int row);
    void place(const ConnectionInfo &connection);
    void rebuild();
    QVariant groupData(const Group &group, int column, int role) const;
    QString groupText(const Group &group, int column) const;
    QVariant connectionData(const ConnectionInfo &connection, int column, int role) const;
    QString connectionText(const ConnectionInfo &connection, int column) const;

    std::map<qint64, ConnectionInfo> m_all;
    std::vector<Group> m_groups; ///< Sorted by key. Only connections that the filter accepts.
    quintptr m_nextGroup = 1;
    Grouping m_grouping = Grouping::ByTopic;
    ConnectionFilter m_filter;
    CountHistory m_topicHistory;
    CountHistory m_userHistory;
    std::optional<qint64> m_takenSteadyMs; ///< Steady time of the last sample.
    QByteArray m_ownClient;
    qint64 m_nowMs = 0;
    TimeStyle m_timeStyle = TimeStyle::Local;
    int m_shown = 0;
};

} // namespace ui
