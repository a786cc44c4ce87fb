// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/eventfilter.h"

#include "hub/filter/eventlevel.h"

namespace helio {

using hub::EventField;
using hub::FilterVerdict;

FilterVerdict EventFilterRow::texts(int field, const QString &, const hub::FilterText &test) const
{
    const hub::EventId &id = m_event.delta.id;
    switch (static_cast<EventField>(field)) {
    case EventField::Job: return test(m_event.delta.jobId);
    case EventField::Message: return messages(test);
    case EventField::Id: return test(QByteArray::number(id.ms) + '-' + QByteArray::number(id.n));
    default: return FilterVerdict::No;
    }
}

FilterVerdict EventFilterRow::words(const hub::FilterText &test) const
{
    if (test.isRegex())
        return messages(test);
    return hub::anyOf([&] { return messages(test); }, [&] { return test(m_event.delta.jobId); },
                      [&] { return test(hub::toString(m_event.delta.type)); });
}

FilterVerdict EventFilterRow::messages(const hub::FilterText &test) const
{
    const hub::JobDelta &delta = m_event.delta;
    return hub::anyOf([&] { return test(delta.message.value_or(delta.line)); },
                      [&] { return test(delta.error); }, [&] { return test(delta.result); });
}

std::optional<double> EventFilterRow::number(int field) const
{
    switch (static_cast<EventField>(field)) {
    case EventField::Time: return static_cast<double>(m_event.delta.timeMs);
    case EventField::Age: return static_cast<double>(m_nowMs - m_event.delta.timeMs);
    case EventField::Size: return static_cast<double>(m_event.text.size());
    default: return {};
    }
}

quint32 EventFilterRow::bits(int field) const
{
    if (static_cast<EventField>(field) == EventField::Event)
        return 1U << static_cast<int>(m_event.delta.type);
    return hub::levelBit(hub::eventLevel(m_event.delta.type, m_event.delta.level));
}

} // namespace helio
