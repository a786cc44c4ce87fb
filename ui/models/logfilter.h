// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/filter/filter.h"
#include "ui/models/eventring.h"
#include "ui/models/filtermoment.h"

#include <memory>

namespace ui {

/// Selects rows of the event log by a filter text in the language of resources/docs/filters.md.
/// A word must be part of the text, the job id or the event name. A regular expression without a
/// field searches the text.
/// Rows of the monitor itself (gaps, reconnects) always match, because they tell what is missing.
/// A plain value, which any thread may use.
class LogFilter
{
public:
    static constexpr qsizetype maxLength = hub::maxFilterCharacters;

    /// The result of a filter for one row.
    enum class Judgement {
        Shown,
        Hidden,
        TooCostly, ///< The regular expression reached its limit without a result.
    };

    LogFilter() = default;

    /// Reads a filter. `today` and ages are relative to `moment`. The error `bad_filter` has a
    /// message for people; check() also gives the position.
    static hub::Result<LogFilter> parse(const QString &text, const FilterMoment &moment = {});
    /// Returns the mistake in a text, if there is one.
    static std::optional<FilterProblem> check(const QString &text, const FilterMoment &moment = {});

    /// Returns this filter for a search in the rows that `shown` selects. It also judges rows of
    /// the monitor itself, by their text, level and time.
    LogFilter within(const LogFilter &shown) const;

    bool isEmpty() const { return m_filter.isEmpty(); }
    QString text() const { return m_text; }

    Judgement judge(const EventRing &ring, const LogRow &row, QByteArrayView text) const
    {
        return judge(ring.jobIdView(row.job), row, text);
    }
    /// `jobId` is the job of the row.
    Judgement judge(QByteArrayView jobId, const LogRow &row, QByteArrayView text) const;
    /// Returns whether the filter has a regular expression. Judging one row can then take
    /// milliseconds.
    bool hasExpression() const
    {
        return m_filter.hasRegex() || (m_shown && m_shown->hasExpression());
    }
    /// Returns the words to highlight in texts of events.
    QStringList highlights() const;

private:
    QString m_text;
    qint64 m_nowMs = 0;
    hub::Filter m_filter;
    std::shared_ptr<const LogFilter> m_shown; ///< See within(); null = this is no search.
};

} // namespace ui
