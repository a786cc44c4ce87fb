// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jsontreemodel.h"

#include "hub/base/utf8.h"
#include "ui/models/formats.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui {

namespace {

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return value.toString();
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: {
        const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return hub::fromUtf8(text.mid(1, text.size() - 2));
    }
    case QJsonValue::Null: return QStringLiteral("null");
    case QJsonValue::Array: return QStringLiteral("[%1]").arg(value.toArray().size());
    case QJsonValue::Object: return QStringLiteral("{%1}").arg(value.toObject().size());
    case QJsonValue::Undefined: break;
    }
    return {};
}

/// Returns the segment of a path for a member: `.name`, or `['other name']`.
QString memberPath(const QString &name)
{
    const auto isPlain = [](QChar c) {
        return c == QLatin1Char('_') || (c.unicode() < 0x80 && c.isLetterOrNumber());
    };
    const bool plain = !name.isEmpty() && !name.front().isDigit()
                       && std::all_of(name.begin(), name.end(), isPlain);
    if (plain)
        return QLatin1Char('.') + name;
    QString quoted;
    for (const QChar c : name) {
        if (c == QLatin1Char('\'') || c == QLatin1Char('\\'))
            quoted += QLatin1Char('\\');
        if (c.unicode() < 0x20)
            quoted += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return QStringLiteral("['%1']").arg(quoted);
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent) : QAbstractItemModel(parent), m_nodes(1) { }

void JsonTreeModel::setValue(const QJsonValue &value)
{
    beginResetModel();
    m_value = value;
    m_nodes.assign(1, Node{});
    m_nodes[0].type = value.type();
    addMembers(0, value, 0);
    endResetModel();
}

void JsonTreeModel::addMembers(int node, const QJsonValue &value, int depth)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        qsizetype done = 0;
        for (auto it = object.begin(); it != object.end(); ++it, ++done) {
            if (!addMember(node, it.key(), it.value(), depth)) {
                addRest(node, object.size() - done);
                return;
            }
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!addMember(node, QString::number(i), array.at(i), depth)) {
                addRest(node, array.size() - i);
                return;
            }
        }
    }
}

bool JsonTreeModel::addMember(int parent, const QString &name, const QJsonValue &value, int depth)
{
    if (static_cast<int>(m_nodes.size()) >= maxNodes || depth >= maxDepth)
        return false;
    const int node = append({parent, 0, name, valueText(value), value.type(), {}});
    addMembers(node, value, depth + 1);
    return true;
}

void JsonTreeModel::addRest(int parent, qsizetype count)
{
    append({parent,
            0,
            QString(QChar(0x2026)),
            tr("%Ln more not shown", nullptr, static_cast<int>(count)),
            QJsonValue::Undefined,
            {}});
}

int JsonTreeModel::append(Node node)
{
    const int id = static_cast<int>(m_nodes.size());
    auto &siblings = m_nodes[static_cast<size_t>(node.parent)].children;
    node.row = static_cast<int>(siblings.size());
    siblings.push_back(id);
    m_nodes.push_back(std::move(node));
    return id;
}

const JsonTreeModel::Node &JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return m_nodes[index.isValid() ? static_cast<size_t>(index.internalId()) : 0];
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int child = nodeOf(parent).children[static_cast<size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(child));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int parent = nodeOf(child).parent;
    return parent <= 0 ? QModelIndex()
                       : createIndex(m_nodes[static_cast<size_t>(parent)].row, 0,
                                     static_cast<quintptr>(parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return 2;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = nodeOf(index);
    const bool isName = index.column() == 0;
    switch (role) {
    case Qt::DisplayRole: return isName ? oneLine(node.name, maxShown) : display(node);
    case Qt::ToolTipRole: return isName ? QVariant(pathOf(node)) : QVariant(node.value.left(2000));
    case Qt::AccessibleTextRole:
        return isName ? oneLine(node.name, maxShown) + QStringLiteral(": ") + display(node)
                      : display(node);
    case TypeRole: return static_cast<int>(node.type);
    case FullTextRole: return isName ? node.name : node.value;
    case IsCutRole: return node.value.size() > maxShown;
    case PathRole: return pathOf(node);
    case CopyRole: return copyOf(node);
    default: return {};
    }
}

QString JsonTreeModel::display(const Node &node)
{
    const QString line = oneLine(node.value, maxShown);
    return node.value.size() <= maxShown
               ? line
               : tr("%1 (%2 characters)").arg(line, formatCount(node.value.size()));
}

QString JsonTreeModel::pathOf(const Node &node) const
{
    QStringList parts;
    for (const Node *at = &node; at->parent >= 0; at = &m_nodes[static_cast<size_t>(at->parent)]) {
        const bool inArray = m_nodes[static_cast<size_t>(at->parent)].type == QJsonValue::Array;
        parts.prepend(inArray ? QStringLiteral("[%1]").arg(at->row) : memberPath(at->name));
    }
    return QLatin1Char('$') + parts.join(QString());
}

QJsonValue JsonTreeModel::valueOf(const Node &node) const
{
    if (node.parent < 0)
        return m_value;
    const QJsonValue outer = valueOf(m_nodes[static_cast<size_t>(node.parent)]);
    return outer.isArray() ? outer.toArray().at(node.row) : outer.toObject().value(node.name);
}

QString JsonTreeModel::copyOf(const Node &node) const
{
    if (node.type != QJsonValue::Array && node.type != QJsonValue::Object)
        return node.value;
    const QJsonValue value = valueOf(node);
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return hub::fromUtf8(document.toJson());
}

QModelIndexList JsonTreeModel::find(const QString &text) const
{
    QModelIndexList found;
    for (size_t i = 1; i < m_nodes.size() && !text.isEmpty(); ++i) {
        const Node &node = m_nodes[i]; // each one is before its members
        if (node.name.contains(text, Qt::CaseInsensitive)
            || node.value.contains(text, Qt::CaseInsensitive)) {
            found << createIndex(node.row, 0, static_cast<quintptr>(i));
        }
    }
    return found;
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : tr("Value");
}

} // namespace ui
