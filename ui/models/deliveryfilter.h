// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"
#include "ui/client/deliveryinfo.h"
#include "ui/models/filtermoment.h"

namespace ui {

/// Selects received webhooks by a filter text in the language of resources/docs/filters.md.
class DeliveryFilter
{
public:
    static constexpr qsizetype maxLength = hub::maxFilterCharacters;

    DeliveryFilter() = default;
    /// With a wrong text, problem() is set and every webhook matches.
    explicit DeliveryFilter(const QString &text, const FilterMoment &moment = {});

    const std::optional<FilterProblem> &problem() const { return m_problem; }
    /// Returns whether every webhook matches.
    bool isEmpty() const { return m_filter.isEmpty(); }
    /// `nowMs` is the time for ages, in ms since 1970 UTC.
    bool matches(const DeliveryInfo &delivery, qint64 nowMs) const;
    /// Returns whether a webhook can start or cease to match while time passes.
    bool dependsOnTime() const;
    /// Returns the words to highlight in the list.
    QStringList highlights() const;

private:
    hub::Filter m_filter;
    std::optional<FilterProblem> m_problem;
};

} // namespace ui
