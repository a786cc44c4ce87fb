// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"
#include "ui/client/hubfeed.h"
#include "ui/models/filtermoment.h"

namespace ui {

/// Selects open streams by a filter text in the language of resources/docs/filters.md.
class ConnectionFilter
{
public:
    static constexpr qsizetype maxLength = hub::maxFilterCharacters;

    ConnectionFilter() = default;
    /// With a wrong text, problem() is set and every stream matches.
    explicit ConnectionFilter(const QString &text, const FilterMoment &moment = {});

    const std::optional<FilterProblem> &problem() const { return m_problem; }
    /// Returns whether every stream matches.
    bool isEmpty() const { return m_filter.isEmpty(); }
    /// `own` tells that it is a stream of this monitor. `nowMs` is the time for ages, in ms since
    /// 1970 UTC.
    bool matches(const ConnectionInfo &connection, bool own, qint64 nowMs) const;

private:
    hub::Filter m_filter;
    std::optional<FilterProblem> m_problem;
};

} // namespace ui
