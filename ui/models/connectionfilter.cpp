// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/connectionfilter.h"

#include "hub/filter/connectionfields.h"

namespace ui {

namespace {

using Field = hub::ConnectionField;

class Row : public hub::FilterRow
{
public:
    Row(const ConnectionInfo &connection, bool own, qint64 nowMs)
        : m_connection(connection)
        , m_own(own)
        , m_nowMs(nowMs)
    { }

    hub::FilterVerdict texts(int field, const QString &, const hub::FilterText &test) const override
    {
        switch (static_cast<Field>(field)) {
        case Field::Topic: return test(m_connection.topic);
        case Field::User: return test(m_connection.user);
        case Field::Agent: return test(m_connection.userAgent);
        case Field::Address: return test(m_connection.remote);
        case Field::Scope: return test(m_connection.scope);
        case Field::Id: return test(QString::number(m_connection.id));
        default: return hub::FilterVerdict::No;
        }
    }
    hub::FilterVerdict words(const hub::FilterText &test) const override
    {
        return hub::anyOf([&] { return test(m_connection.topic); },
                          [&] { return test(m_connection.user); },
                          [&] { return test(m_connection.userAgent); },
                          [&] { return test(m_connection.remote); });
    }
    std::optional<double> number(int field) const override
    {
        switch (static_cast<Field>(field)) {
        case Field::Lag: return static_cast<double>(m_connection.lagEvents);
        case Field::Delay: return static_cast<double>(m_connection.lag.count());
        case Field::Backlog: return static_cast<double>(m_connection.backlogBytes);
        case Field::Sent: return static_cast<double>(m_connection.bytesSent);
        case Field::Events: return static_cast<double>(m_connection.eventsSent);
        case Field::Age: return static_cast<double>(m_nowMs - m_connection.openedMs);
        case Field::Since: return static_cast<double>(m_connection.openedMs);
        default: return {};
        }
    }
    quint32 bits(int field) const override
    {
        if (static_cast<Field>(field) != Field::Is)
            return 0;
        return (m_own ? hub::IsOwn : 0U) | (m_connection.lagEvents > 0 ? hub::IsSlow : 0U);
    }

private:
    const ConnectionInfo &m_connection;
    bool m_own;
    qint64 m_nowMs;
};

} // namespace

ConnectionFilter::ConnectionFilter(const QString &text, const FilterMoment &moment)
{
    std::optional<hub::FilterFault> fault;
    m_filter = hub::Filter::parse(text, hub::connectionFields(), inOneTurn(moment), fault);
    if (fault)
        m_problem = FilterProblem{fault->position, fault->length, fault->message};
}

bool ConnectionFilter::matches(const ConnectionInfo &connection, bool own, qint64 nowMs) const
{
    return m_filter.isEmpty()
           || m_filter.judge(Row(connection, own, nowMs)) == hub::FilterVerdict::Yes;
}

} // namespace ui
