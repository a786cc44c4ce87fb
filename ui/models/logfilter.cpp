// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfilter.h"

#include "hub/filter/eventfields.h"
#include "ui/models/loglevel.h"

#include <array>

namespace ui {

namespace {

using hub::EventField;

const std::array<QByteArray, hub::eventTypes> &typeNames()
{
    static const auto names = [] {
        std::array<QByteArray, hub::eventTypes> all;
        for (std::size_t type = 0; type < hub::eventTypes; ++type)
            all[type] = toString(static_cast<hub::EventType>(type));
        return all;
    }();
    return names;
}

class Row final : public hub::FilterRow
{
public:
    Row(QByteArrayView jobId, const LogRow &row, QByteArrayView text, qint64 nowMs)
        : m_jobId(jobId)
        , m_row(row)
        , m_text(text)
        , m_nowMs(nowMs)
    { }

    hub::FilterVerdict texts(int field, const QString &, const hub::FilterText &test) const override
    {
        switch (static_cast<EventField>(field)) {
        case EventField::Job: return test(m_jobId);
        case EventField::Message: return test(m_text);
        case EventField::Id:
            if (m_row.kind != LogKind::Event)
                return hub::FilterVerdict::No;
            return test(QByteArray::number(m_row.ms) + '-' + QByteArray::number(m_row.n));
        default: return hub::FilterVerdict::No;
        }
    }
    hub::FilterVerdict words(const hub::FilterText &test) const override
    {
        if (test.isRegex())
            return test(m_text);
        if (m_row.kind != LogKind::Event)
            return test(m_text);
        return hub::anyOf([&] { return test(m_text); }, [&] { return test(m_jobId); },
                          [&] { return test(typeNames()[static_cast<size_t>(m_row.type)]); });
    }
    std::optional<double> number(int field) const override
    {
        switch (static_cast<EventField>(field)) {
        case EventField::Time: return static_cast<double>(m_row.ms);
        case EventField::Age: return static_cast<double>(m_nowMs - m_row.ms);
        case EventField::Size: return m_row.textLength;
        default: return {};
        }
    }
    quint32 bits(int field) const override
    {
        if (static_cast<EventField>(field) == EventField::Event)
            return m_row.kind == LogKind::Event ? 1U << static_cast<int>(m_row.type) : 0U;
        // The words of the field begin with debug.
        const LogLevel level = shownLevel(m_row);
        return level == LogLevel::None ? 0U : 1U << (static_cast<int>(level) - 1);
    }

private:
    QByteArrayView m_jobId;
    const LogRow &m_row;
    QByteArrayView m_text;
    qint64 m_nowMs;
};

} // namespace

hub::Result<LogFilter> LogFilter::parse(const QString &text, const FilterMoment &moment)
{
    LogFilter filter;
    std::optional<hub::FilterFault> fault;
    filter.m_text = text.trimmed();
    filter.m_nowMs = moment.nowMs;
    filter.m_filter = hub::Filter::parse(text, hub::eventFields(), moment, fault);
    if (fault)
        return hub::Error{QByteArrayLiteral("bad_filter"), fault->message};
    return filter;
}

std::optional<FilterProblem> LogFilter::check(const QString &text, const FilterMoment &moment)
{
    std::optional<hub::FilterFault> fault;
    hub::Filter::parse(text, hub::eventFields(), moment, fault);
    return fault ? std::optional(FilterProblem{fault->position, fault->length, fault->message})
                 : std::nullopt;
}

LogFilter::Judgement LogFilter::judge(QByteArrayView jobId, const LogRow &row,
                                      QByteArrayView text) const
{
    if (!m_shown && row.kind != LogKind::Event)
        return Judgement::Shown;
    if (m_shown) {
        const Judgement shown = m_shown->judge(jobId, row, text);
        if (shown != Judgement::Shown)
            return shown;
    }
    switch (m_filter.judge(Row(jobId, row, text, m_nowMs))) {
    case hub::FilterVerdict::Yes: return Judgement::Shown;
    case hub::FilterVerdict::No: return Judgement::Hidden;
    case hub::FilterVerdict::Unknown: break;
    }
    return Judgement::TooCostly;
}

LogFilter LogFilter::within(const LogFilter &shown) const
{
    LogFilter search = *this;
    search.m_shown = std::make_shared<const LogFilter>(shown);
    search.m_text = shown.m_text + QLatin1Char('\n') + m_text; // tells it from other searches
    return search;
}

QStringList LogFilter::highlights() const
{
    return m_filter.highlights(static_cast<int>(EventField::Message));
}

} // namespace ui
