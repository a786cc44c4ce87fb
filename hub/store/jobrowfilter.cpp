// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobrowfilter.h"

#include "hub/base/utf8.h"
#include "hub/filter/jobfields.h"
#include "hub/tables/jobrow.h"

#include <algorithm>
#include <bit>

namespace hub {

JobRowFilter::JobRowFilter(const JobQuery &query) : m_query(query)
{
    for (const JobStatus status : query.statuses)
        m_statuses.append(toString(status));
    if (query.kind)
        m_kind = toString(*query.kind);
}

bool JobRowFilter::onlyRunning() const
{
    return !m_query.statuses.empty()
           && std::none_of(m_query.statuses.begin(), m_query.statuses.end(),
                           [](JobStatus status) { return isTerminal(status); });
}

bool JobRowFilter::accepts(const Rows &rows, const JobDelta *changes) const
{
    const auto is = [&](JobColumn column) {
        return [value = viewOf(rows, column)](const QByteArray &wanted) { return value == wanted; };
    };
    if (!m_statuses.isEmpty()
        && std::none_of(m_statuses.begin(), m_statuses.end(), is(JobColumn::Status)))
        return false;
    if (!m_kind.isEmpty() && !is(JobColumn::Kind)(m_kind))
        return false;
    if (!m_query.owner.isEmpty() && !is(JobColumn::Owner)(m_query.owner))
        return false;
    if (!m_query.visible.everybodys
        && !m_query.visible.covers(viewOf(rows, JobColumn::Id).toByteArray(),
                                   viewOf(rows, JobColumn::Owner).toByteArray()))
        return false;
    return acceptsText(rows, changes) && acceptsLabels(rows);
}

bool JobRowFilter::acceptsText(const Rows &rows, const JobDelta *changes) const
{
    if (m_query.text.isEmpty())
        return true;
    const auto has = [&](const QString &text) {
        return text.contains(m_query.text, Qt::CaseInsensitive);
    };
    const auto hasColumn = [&](JobColumn column) { return has(fromWtf8(viewOf(rows, column))); };
    if (hasColumn(JobColumn::Id) || hasColumn(JobColumn::ExternalId))
        return true;
    return changes && changes->message ? has(*changes->message) : hasColumn(JobColumn::Message);
}

bool JobRowFilter::acceptsLabels(const Rows &rows) const
{
    if (m_query.labels.isEmpty())
        return true;
    const QJsonObject labels = labelsOf(rows);
    return std::all_of(m_query.labels.begin(), m_query.labels.end(), [&](const auto &wanted) {
        const auto found = labels.constFind(wanted.first);
        return found != labels.constEnd() && found->toVariant().toString() == wanted.second;
    });
}

JobQuery narrowed(JobQuery query)
{
    const auto bitsOf = [&query](JobField field) {
        return query.filter.neededBits(static_cast<int>(field)).value_or(0);
    };
    if (query.statuses.empty()) {
        const quint32 states = bitsOf(JobField::State);
        for (int state = 0; state <= static_cast<int>(JobStatus::Lost); ++state) {
            if (states & (1U << state))
                query.statuses.push_back(static_cast<JobStatus>(state));
        }
    }
    const quint32 kinds = bitsOf(JobField::Kind);
    if (!query.kind && std::has_single_bit(kinds))
        query.kind = static_cast<JobKind>(std::countr_zero(kinds));
    const auto owners = query.filter.neededTexts(static_cast<int>(JobField::Owner));
    if (query.owner.isEmpty() && !owners.isEmpty())
        query.owner = owners.front().second.toUtf8();
    for (const auto &label : query.filter.neededTexts(static_cast<int>(JobField::Label))) {
        if (!label.first.isEmpty())
            query.labels.append(label);
    }
    return query;
}

bool isAbout(const Subscription &subscription, const QByteArray &jobId, JobKind kind,
             const QByteArray &owner)
{
    // Test a made-up event of the job, so that there is only one rule. Event types do not matter
    // here.
    Subscription jobs = subscription;
    jobs.types.clear();
    Event event;
    event.topic = Topic::job(jobId);
    event.kind = kind;
    event.owner = owner;
    return jobs.matches(event);
}

} // namespace hub
