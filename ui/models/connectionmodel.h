// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubfeed.h"

#include <QAbstractItemModel>

#include <vector>

namespace ui {

/// The hub's live connections as a tree: topics, and their connections below. Accepts complete
/// lists and single changes. Emits signals only for differences, so that views keep what is
/// expanded and selected.
class ConnectionModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionModel)

public:
    enum Column { Topic, Count, Age, Lag, Sent, Backlog, Agent, Remote, ColumnCount };
    enum Role { OwnRole = Qt::UserRole };

    explicit ConnectionModel(QObject *parent = nullptr);

    /// Sets the `client` parameter that marks the monitor's own connections.
    void setOwnClient(const QByteArray &client) { m_ownClient = client; }
    /// Sets the time from which ages are counted, in ms since 1970 UTC. Emits no signal.
    void setNow(qint64 wallMs) { m_nowMs = wallMs; }

    void setConnections(const QList<ConnectionInfo> &connections);
    /// Adds the connection, or updates it if its id is known.
    void open(const ConnectionInfo &connection);
    void close(qint64 id);
    void clear();

    int total() const { return m_total; }
    int ownCount() const;

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
        QByteArray topic;
        std::vector<ConnectionInfo> connections;
    };

    bool isOwn(const ConnectionInfo &connection) const;
    bool isConnection(const QModelIndex &index) const { return index.internalId() != 0; }
    int groupRow(quintptr id) const;
    int groupOf(const QByteArray &topic);
    void remove(int group, int row);
    void place(const ConnectionInfo &connection);
    QString groupText(const Group &group, int column) const;
    QString connectionText(const ConnectionInfo &connection, int column) const;

    std::vector<Group> m_groups; ///< Sorted by topic.
    quintptr m_nextGroup = 1;
    QByteArray m_ownClient;
    qint64 m_nowMs = 0;
    int m_total = 0;
};

} // namespace ui
