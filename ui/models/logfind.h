// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logrows.h"

#include <QTimer>

namespace ui {

/// Searches the visible rows of the event log without hiding any. The search is a filter, and runs
/// as one: on a thread of the pool, or in slices of time. It goes on with new rows.
class LogFind : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFind)

public:
    /// Time for one slice of a search without a thread.
    static constexpr std::chrono::milliseconds budget{4};

    /// `rows`, `clock` and `pool` are not owned and outlive this. A null `pool` = no threads.
    LogFind(const LogRows *rows, const Clock &clock, QThreadPool *pool, QObject *parent = nullptr);

    /// Searches for the rows that `filter` selects; an empty one ends the search.
    void setFilter(const LogFilter &filter);
    /// Call this after the filter of the rows has changed.
    void restart();
    bool isActive() const { return !m_filter.isEmpty(); }
    const LogFilter &filter() const { return m_filter; }
    /// Returns the matches in their order. While a new search runs, these are the matches of the
    /// one before. Null = there are none yet, or no search is active.
    const LogRows *found() const { return isActive() && !m_found.showsAll() ? &m_found : nullptr; }
    /// Returns whether the search stopped because its regular expression takes too long.
    bool isStopped() const { return isActive() && m_found.isStopped(); }
    /// Returns the number of matches.
    qint64 count() const { return found() ? m_found.count() : 0; }
    /// Progress of the search from 0 to 1.
    double progress() const { return isActive() ? m_found.progress() : 1; }

    /// Returns the sequence number of the next match after (`step` 1) or before (-1) `sequence`.
    /// Goes on at the other end. -1 = there is no match. Sets `wrapped` if it went around the end.
    qint64 next(qint64 sequence, int step, bool &wrapped) const;
    /// Returns the number of a match, counted from 1; 0 if the row is no match.
    qint64 numberOf(qint64 sequence) const;

signals:
    /// There are other matches, or the search has come further.
    void changed();

private:
    void advance();

    const LogRows *m_rows;
    LogRows m_found;
    LogFilter m_filter;
    QTimer m_turn;
};

} // namespace ui
