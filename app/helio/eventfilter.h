// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/eventfields.h"
#include "ui/client/jobevent.h"

namespace helio {

/// An event of a stream as filters see it. The text of an event is its message or line, its error
/// and its result.
class EventFilterRow : public hub::FilterRow
{
public:
    /// `event` is not owned and outlives this. `nowMs` is the time for ages, in ms since 1970 UTC.
    EventFilterRow(const ui::JobEvent &event, qint64 nowMs) : m_event(event), m_nowMs(nowMs) { }

    hub::FilterVerdict texts(int field, const QString &key,
                             const hub::FilterText &test) const override;
    hub::FilterVerdict words(const hub::FilterText &test) const override;
    std::optional<double> number(int field) const override;
    quint32 bits(int field) const override;

private:
    hub::FilterVerdict messages(const hub::FilterText &test) const;

    const ui::JobEvent &m_event;
    qint64 m_nowMs;
};

} // namespace helio
