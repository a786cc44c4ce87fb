// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filternode.h"

#include "hub/filter/filterwords.h"

#include <algorithm>

namespace hub {

namespace {

QString inQuotes(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

/// Returns whether a text is a word or a value without quotes.
bool isPlain(const QString &text)
{
    return !text.isEmpty() && !text.startsWith(QLatin1Char('-'))
           && std::all_of(text.begin(), text.end(), [](QChar c) {
                  return c.isLetterOrNumber() || QStringView(u"_.-").contains(c);
              });
}

/// Returns the text of a child. Uses parentheses only where they are necessary: the parser limits
/// their depth.
QString operand(const FilterNode &node, FilterNode::Kind parent)
{
    using Kind = FilterNode::Kind;
    const bool isList = node.kind == Kind::And || node.kind == Kind::Or;
    const bool bindsMore = node.kind == Kind::And && parent == Kind::Or;
    const QString text = toText(node);
    return isList && !bindsMore ? QLatin1Char('(') + text + QLatin1Char(')') : text;
}

QString joined(const FilterNode &node, const QString &separator)
{
    QStringList parts;
    for (const FilterNode &child : node.children)
        parts << operand(child, node.kind);
    return parts.join(separator);
}

QString negated(const FilterNode &child)
{
    const bool twice = child.kind == FilterNode::Kind::Not;
    return (twice ? QStringLiteral("NOT ") : QStringLiteral("-"))
           + operand(child, FilterNode::Kind::Not);
}

} // namespace

bool FilterNode::operator==(const FilterNode &other) const
{
    return kind == other.kind && text == other.text && field == other.field && op == other.op
           && quoted == other.quoted && children == other.children;
}

QString filterWord(const QString &text)
{
    static const QStringList reserved{QStringLiteral("AND"), QStringLiteral("OR"),
                                      QStringLiteral("NOT")};
    return isPlain(text) && !reserved.contains(text) ? text : inQuotes(text);
}

QString filterTerm(const QString &field, FilterOperator op, const QString &text)
{
    return field + toString(op) + (isPlain(text) ? text : inQuotes(text));
}

QString toText(const FilterNode &node)
{
    switch (node.kind) {
    case FilterNode::Kind::And: return joined(node, QStringLiteral(" "));
    case FilterNode::Kind::Or: return joined(node, QStringLiteral(" OR "));
    case FilterNode::Kind::Not: return negated(node.children.front());
    case FilterNode::Kind::Word: return filterWord(node.text);
    case FilterNode::Kind::Regex: return QLatin1Char('/') + node.text + QLatin1Char('/');
    case FilterNode::Kind::Compare: break;
    }
    return node.field + toString(node.op) + (node.quoted ? inQuotes(node.text) : node.text);
}

QString FilterFault::toString() const
{
    return FilterWords::tr("character %1: %2").arg(position + 1).arg(message);
}

} // namespace hub
