// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/eventring.h"

#include <array>
#include <deque>
#include <vector>

namespace ui {

class LogRows;

/// Counts the levels of the visible rows by their place, for the map beside the event log. Reads
/// each row once and keeps the counts in at most `mostBuckets` buckets, so that a new row costs the
/// same in a log of a million rows.
class LogDensity
{
public:
    static constexpr size_t mostBuckets = 2048;

    /// `rows` is not owned and outlives this.
    explicit LogDensity(const LogRows *rows) : m_rows(rows) { }

    /// Reads rows that were not read yet, at most `most`. Starts again after a change of the
    /// filter. Returns how many rows were read.
    qint64 advance(qint64 most);
    /// Returns whether all visible rows are read.
    bool isComplete() const;

    /// The rows of one stripe of the map.
    struct Stripe
    {
        std::array<qint64, 5> levels{}; ///< The number of rows, by LogLevel.
        bool hasGap = false; ///< Events are missing here, or the hub began a new history.

        qint64 count(LogLevel level) const { return levels[static_cast<size_t>(level)]; }
    };
    /// Divides the visible rows into `count` parts of the same number of rows, oldest first. Parts
    /// whose rows are not read yet are empty. A row may count in the neighbour of its part too, and
    /// with more parts than rows in several parts.
    std::vector<Stripe> stripes(int count) const;

private:
    struct Bucket
    {
        qint64 last = 0; ///< Sequence number of the newest row.
        qint64 rows = 0;
        Stripe sum;
    };

    void restart();
    void add(qint64 sequence);
    void halve();

    const LogRows *m_rows;
    std::deque<Bucket> m_buckets; ///< Oldest first.
    qint64 m_span = 1; ///< The number of rows in a full bucket.
    qint64 m_next = 0; ///< The sequence number after the newest row that was read.
    qint64 m_generation = -1;
};

} // namespace ui
