// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"
#include "ui/models/logscan.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// The visible rows of the event log, oldest first: all rows, or those that match a filter.
/// A new filter judges the rows that there are on a thread of the pool, if there is one. advance()
/// filters all other rows in slices of time, so that a million rows do not block the window. The
/// rows of the previous filter stay visible until a new filter has seen all rows.
/// A filter with a too costly regular expression stops. Then the rows found so far are shown, and
/// isStopped() is true.
class LogRows : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogRows)

public:
    /// A filter stops after this many rows that it could not judge.
    static constexpr qint64 mostUnjudged = 100;
    /// A filter also stops after this many slow turns. A slow turn took more processor time than
    /// its budget plus `slowTurn`. A regular expression can stay below its step limit at each
    /// position of a text and still take 100 ms for the whole text.
    static constexpr qint64 mostSlowTurns = 20;
    static constexpr std::chrono::milliseconds slowTurn{20};

    /// `ring` and `clock` are not owned and outlive this.
    LogRows(const EventRing *ring, const Clock &clock, QObject *parent = nullptr);

    /// Replaces the clock of this thread's processor time, in tests. Unlike elapsed time it does
    /// not include other programs.
    using CpuClock = std::function<std::chrono::milliseconds()>;
    void setCpuClock(CpuClock clock) { m_cpuClock = std::move(clock); }

    /// Sets the threads for new filters; null = none. Not owned. A filter with a regular expression
    /// does not use them, because advance() bounds its cost.
    void setPool(QThreadPool *pool) { m_pool = pool; }

    const EventRing &ring() const { return *m_ring; }

    const LogFilter &filter() const { return newest().filter; }
    /// Starts filtering with `filter`. Does nothing for the current filter, unless it has stopped.
    void setFilter(const LogFilter &filter);
    /// While paused, rows that arrive are not shown.
    void setPaused(bool paused);
    bool isPaused() const { return m_pausedEnd.has_value(); }

    /// Filters new rows of the ring for about `budget`. A budget of 0 still makes some progress.
    /// Emits changed() if the visible rows changed.
    void advance(std::chrono::milliseconds budget);
    /// Progress of a new filter from 0 to 1; 1 when it is done.
    double progress() const;

    /// Number of rows that the filter could not judge within its limit. They are not shown.
    qint64 unjudged() const { return newest().unjudged; }
    /// Returns whether the filter has stopped. Later rows are neither judged nor shown.
    bool isStopped() const { return newest().isStopped(); }

    qint64 count() const;
    /// Returns whether the visible rows are all rows, because no filter has been applied.
    bool showsAll() const { return m_live.filter.isEmpty(); }
    /// Returns a number that is another one when a new filter has replaced the visible rows.
    qint64 generation() const { return m_generation; }
    /// Returns the sequence number of a row; 0 ≤ row < count().
    qint64 sequenceAt(qint64 row) const;
    /// Returns the first row with a sequence number of at least `sequence`; count() if there is
    /// none.
    qint64 rowAtOrAfter(qint64 sequence) const;

signals:
    void changed();

private:
    struct Scan
    {
        LogFilter filter;
        std::vector<qint64> matches; ///< Sequence numbers; unused while the filter is empty.
        qint64 from = 0;
        qint64 next = 0; ///< The first row not judged yet.
        qint64 unjudged = 0;
        qint64 slowTurns = 0;

        bool isStopped() const { return unjudged >= mostUnjudged || slowTurns >= mostSlowTurns; }
    };

    /// The time of one advance().
    struct Turn
    {
        std::chrono::milliseconds budget;
        std::chrono::milliseconds end; ///< Steady time.
    };

    std::chrono::milliseconds now() const { return std::chrono::milliseconds(m_clock.steadyMs()); }
    const Scan &newest() const { return m_pending ? *m_pending : m_live; }
    qint64 visibleEnd() const;
    void takeTurn(Scan &scan, const Turn &turn) const;
    void goOn(Scan &scan, std::chrono::milliseconds end) const;
    bool judge(Scan &scan, qint64 sequence, const LogRow &row, QByteArrayView text) const;
    void beginScan();
    bool advanceScan();
    bool advancePending(const Turn &turn);
    bool dropEvicted();

    const EventRing *m_ring;
    const Clock &m_clock;
    CpuClock m_cpuClock;
    Scan m_live; ///< The filter whose rows are shown.
    size_t m_matchesFirst = 0; ///< Matches of `m_live` before this one are no longer in the ring.
    std::optional<Scan> m_pending; ///< A new filter that has not seen all rows.
    QThreadPool *m_pool = nullptr;
    std::unique_ptr<LogScan> m_scan; ///< Judges the oldest rows for `m_pending`.
    std::optional<qint64> m_pausedEnd;
    qint64 m_generation = 0;
    qint64 m_shownFirst = 0;
    qint64 m_shownEnd = 0;
};

} // namespace ui
