// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QJsonValue>

#include <vector>

namespace ui {

/// A JSON value as a tree of names and values. Shows at most maxNodes values, at most maxDepth
/// deep. The last row of an incomplete object or array counts the values that are not shown. A text
/// of more than maxShown characters is cut and followed by its length.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonTreeModel)

public:
    static constexpr int maxNodes = 20'000;
    static constexpr int maxDepth = 64;
    static constexpr qsizetype maxShown = 300;

    enum Role {
        TypeRole = Qt::UserRole, ///< int of QJsonValue::Type
        FullTextRole, ///< The value without any cut.
        IsCutRole, ///< bool: FullTextRole has more than what is shown.
        PathRole, ///< JSONPath of the value (RFC 9535), such as `$.output.images[0].url`.
        CopyRole, ///< The value to copy: a text as it is, anything else as JSON.
    };

    explicit JsonTreeModel(QObject *parent = nullptr);

    /// Shows `value`. The members of an object or array are the top rows.
    void setValue(const QJsonValue &value);

    /// Returns the rows whose name or value contains `text`, from top to bottom; column 0. Ignores
    /// case. Empty for an empty text.
    QModelIndexList find(const QString &text) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        int parent = -1;
        int row = 0;
        QString name;
        QString value;
        QJsonValue::Type type = QJsonValue::Undefined;
        std::vector<int> children;
    };

    void addMembers(int node, const QJsonValue &value, int depth);
    bool addMember(int parent, const QString &name, const QJsonValue &value, int depth);
    void addRest(int parent, qsizetype count);
    int append(Node node);
    const Node &nodeOf(const QModelIndex &index) const;
    QString pathOf(const Node &node) const;
    QJsonValue valueOf(const Node &node) const;
    QString copyOf(const Node &node) const;
    static QString display(const Node &node);

    QJsonValue m_value;
    std::vector<Node> m_nodes; ///< [0] is the root.
};

} // namespace ui
