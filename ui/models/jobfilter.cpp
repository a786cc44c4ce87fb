// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobfilter.h"

#include "hub/filter/jobfields.h"
#include "ui/models/jobwords.h"

namespace ui {

namespace {

/// A job with the texts of its row in the list.
class Row : public hub::JobFilterRow
{
public:
    Row(const JobRow &row, qint64 nowMs) : JobFilterRow(row.job, nowMs), m_row(row) { }

    hub::FilterVerdict words(const hub::FilterText &test) const override
    {
        return hub::anyOf([&] { return JobFilterRow::words(test); },
                          [&] { return test(m_row.outcome); },
                          [&] { return test(word(m_row.job.status)); },
                          [&] { return test(word(m_row.job.kind)); });
    }

    quint32 bits(int field) const override
    {
        quint32 bits = JobFilterRow::bits(field);
        if (field == static_cast<int>(hub::JobField::Is))
            bits |= (m_row.stalled ? hub::isStalledBit : 0) | (m_row.unseen ? hub::isNewBit : 0)
                    | (m_row.pinned ? hub::isPinnedBit : 0);
        return bits;
    }

private:
    const JobRow &m_row;
};

} // namespace

JobFilter::JobFilter(const QString &text, JobStatusSet statuses, const FilterMoment &moment)
    : m_text(text)
    , m_statuses(statuses)
{
    std::optional<hub::FilterFault> fault;
    m_filter = hub::Filter::parse(text, hub::monitorJobFields(), moment, fault);
    if (fault)
        m_problem = FilterProblem{fault->position, fault->length, fault->message};
}

bool JobFilter::matches(const JobRow &row, qint64 nowMs) const
{
    if ((m_statuses & (1U << static_cast<int>(row.job.status))) == 0)
        return false;
    return m_filter.isEmpty() || m_filter.judge(Row(row, nowMs)) == hub::FilterVerdict::Yes;
}

bool JobFilter::dependsOnTime() const
{
    const auto uses = [this](hub::JobField field) {
        return m_filter.uses(static_cast<int>(field));
    };
    return uses(hub::JobField::Age) || uses(hub::JobField::Updated) || uses(hub::JobField::Elapsed);
}

QStringList JobFilter::highlights() const
{
    return m_filter.highlights(static_cast<int>(hub::JobField::Id));
}

} // namespace ui
