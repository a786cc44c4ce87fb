// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logfilter.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// The rows of the event log that are to be shown: all, or those that a filter lets through, oldest
/// first. Filtering goes on in slices of time from advance(), so that a million rows never hold the
/// window up; until a new filter has caught up, the rows of the old one stay. A filter whose
/// regular expression is too costly stops: the rows that it found so far are shown, and isStopped()
/// says so.
class LogRows : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogRows)

public:
    /// A filter stops when it could not judge this many rows,
    static constexpr qint64 mostUnjudged = 100;
    /// or when this many turns took more processor time than their budget and `slowTurn` together:
    /// a regular expression can stay below its limit at each position of a text and take 100 ms for
    /// all of them.
    static constexpr qint64 mostSlowTurns = 20;
    static constexpr std::chrono::milliseconds slowTurn{20};

    /// `ring` is not owned.
    explicit LogRows(const EventRing *ring, QObject *parent = nullptr);

    /// Processor time of this thread, for tests. It does not count what other programs take.
    using CpuClock = std::function<std::chrono::milliseconds()>;
    void setCpuClock(CpuClock clock) { m_cpuClock = std::move(clock); }

    const EventRing &ring() const { return *m_ring; }

    const LogFilter &filter() const { return newest().filter; }
    /// The same filter again does nothing, unless it has stopped.
    void setFilter(const LogFilter &filter);
    /// Rows after this moment are not shown until it is released.
    void setPaused(bool paused);
    bool isPaused() const { return m_pausedEnd.has_value(); }

    /// Takes what is new in the ring, for at most `budgetMs`. Emits changed() when there is
    /// something to show.
    void advance(int budgetMs);
    /// Between 0 and 1 while a new filter is at work; 1 otherwise.
    double progress() const;

    /// Rows that the filter could not judge within its limit. They are not shown.
    qint64 unjudged() const { return newest().unjudged; }
    /// Whether the filter gave up, so that rows after this moment are neither judged nor shown.
    bool isStopped() const { return newest().isStopped(); }

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
        std::vector<qint64> matches; ///< Sequence numbers; unused while the filter is empty.
        qint64 from = 0;
        qint64 next = 0; ///< The first row that is not judged yet.
        qint64 unjudged = 0;
        qint64 slowTurns = 0;

        bool isStopped() const { return unjudged >= mostUnjudged || slowTurns >= mostSlowTurns; }
    };

    const Scan &newest() const { return m_pending ? *m_pending : m_live; }
    qint64 visibleEnd() const;
    void takeTurn(Scan &scan, const QElapsedTimer &clock, int budgetMs) const;
    void goOn(Scan &scan, const QElapsedTimer &clock, int budgetMs) const;
    bool judge(Scan &scan, qint64 sequence, const LogRow &row, QByteArrayView text) const;
    bool advancePending(const QElapsedTimer &clock, int budgetMs);
    bool dropEvicted();

    const EventRing *m_ring;
    CpuClock m_cpuClock;
    Scan m_live; ///< The filter whose rows are shown.
    size_t m_matchesFirst = 0; ///< Matches of it before this one were evicted.
    std::optional<Scan> m_pending; ///< A filter that has not caught up yet.
    std::optional<qint64> m_pausedEnd;
    qint64 m_shownFirst = 0;
    qint64 m_shownEnd = 0;
};

} // namespace ui
