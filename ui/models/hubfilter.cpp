// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/hubfilter.h"

#include "hub/base/timetext.h"
#include "hub/filter/jobfields.h"

namespace ui {

namespace {

QString timeOf(double ms)
{
    return QString::fromLatin1(hub::formatTime(static_cast<qint64>(ms)));
}

/// Writes a condition on a time with an offset.
void settle(hub::FilterNode &node, const FilterMoment &moment)
{
    using Operator = hub::FilterOperator;
    const qsizetype dots = node.quoted ? -1 : node.text.indexOf(QLatin1String(".."));
    const auto value = [&moment](const QString &text) {
        return hub::parseFilterValue(hub::FilterType::Time, text, moment);
    };
    const auto first = value(node.text.left(dots < 0 ? node.text.size() : dots));
    const auto last = dots < 0 ? first : value(node.text.mid(dots + 2));
    if (!first || !last)
        return;
    const bool isSpan =
        node.op == Operator::Has || node.op == Operator::Equal || node.op == Operator::NotEqual;
    node.text = timeOf(first->from);
    if (isSpan)
        node.text += QLatin1String("..") + timeOf(last->to);
    node.quoted = false;
}

void settleTimes(hub::FilterNode &node, const FilterMoment &moment)
{
    for (hub::FilterNode &child : node.children)
        settleTimes(child, moment);
    if (node.kind != hub::FilterNode::Kind::Compare)
        return;
    const hub::FilterField *field = hub::jobFields().find(node.field);
    if (field && field->type == hub::FilterType::Time)
        settle(node, moment);
}

} // namespace

std::optional<QByteArray> hubQuery(const JobFilter &filter, const FilterMoment &moment)
{
    hub::ParsedFilter parsed = hub::parseFilter(filter.text());
    if (!parsed.ok())
        return {};
    std::optional<hub::FilterFault> fault;
    const hub::Filter known = hub::Filter::compile(parsed.tree, hub::jobFields(), moment, fault);
    if (fault)
        return {};
    QByteArrayList query;
    if (!known.isEmpty()) {
        settleTimes(parsed.tree, moment);
        query << "filter=" + toText(parsed.tree).toUtf8().toPercentEncoding();
    }
    for (int status = 0; status < jobStatuses && filter.statuses() != JobFilter::allStatuses;
         ++status) {
        if ((filter.statuses() & (1U << status)) != 0)
            query << "status=" + toString(static_cast<JobStatus>(status));
    }
    return query.join('&');
}

} // namespace ui
