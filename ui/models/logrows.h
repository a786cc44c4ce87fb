// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logfilter.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// The rows of the event log that are to be shown: all, or those that a filter lets through, oldest
/// first. Filtering goes on in slices of time from advance(), so that a million rows never hold the
/// window up; until a new filter has caught up, the rows of the old one stay.
class LogRows : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogRows)

public:
    /// `ring` is not owned.
    explicit LogRows(const EventRing *ring, QObject *parent = nullptr);

    const EventRing &ring() const { return *m_ring; }

    const LogFilter &filter() const { return m_pending ? m_pending->filter : m_filter; }
    void setFilter(const LogFilter &filter);
    /// Rows after this moment are not shown until it is released.
    void setPaused(bool paused);
    bool isPaused() const { return m_pausedEnd.has_value(); }

    /// Takes what is new in the ring, for at most `budgetMs`. Emits changed() when there is
    /// something to show.
    void advance(int budgetMs);
    /// Between 0 and 1 while a new filter is at work; 1 otherwise.
    double progress() const;

    qint64 count() const;
    /// Sequence number of a row, 0 ≤ row < count().
    qint64 sequenceAt(qint64 row) const;
    /// The first row whose sequence number is not below `sequence`; count() when there is none.
    qint64 rowAtOrAfter(qint64 sequence) const;

signals:
    void changed();

private:
    struct Scan
    {
        LogFilter filter;
        std::vector<qint64> matches;
        qint64 from = 0;
        qint64 next = 0;
    };

    qint64 visibleEnd() const;
    void scanInto(std::vector<qint64> &matches, qint64 &next, const LogFilter &filter,
                  const QElapsedTimer &clock, int budgetMs) const;
    bool dropEvicted();

    const EventRing *m_ring;
    LogFilter m_filter;
    std::vector<qint64> m_matches; ///< Sequence numbers; unused while m_filter is empty.
    size_t m_matchesFirst = 0; ///< Matches before this one were evicted.
    qint64 m_next = 0; ///< Where the filter goes on.
    std::optional<Scan> m_pending; ///< A filter that has not caught up yet.
    std::optional<qint64> m_pausedEnd;
    qint64 m_shownFirst = 0;
    qint64 m_shownEnd = 0;
};

} // namespace ui
