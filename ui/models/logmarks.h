// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <vector>

namespace ui {

class EventRing;
class LogRows;

/// The rows of the event log that the operator marked. A mark belongs to a sequence number, so it
/// stays at its row when other rows are dropped or filtered out. It ends with its row.
class LogMarks : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogMarks)

public:
    static constexpr size_t most = 10'000;

    /// `ring` is not owned and outlives this.
    explicit LogMarks(const EventRing *ring, QObject *parent = nullptr);

    bool contains(qint64 sequence) const;
    /// Marks these rows, or removes their marks if all of them have one. `sequences` is ascending.
    /// Returns false and changes nothing if there would be more than `most` marks.
    bool toggle(const std::vector<qint64> &sequences);
    void clear();

    /// Returns the next marked row after (`step` 1) or before (-1) a sequence number that `rows`
    /// shows; -1 if there is none.
    qint64 next(qint64 from, int step, const LogRows &rows) const;
    /// Returns whether a row in [from, to) is marked.
    bool anyIn(qint64 from, qint64 to) const;
    /// Returns the number of marks of rows that the log still has.
    qint64 count() const;

signals:
    void changed();

private:
    /// Forgets the marks of rows that the log dropped.
    void prune();

    const EventRing *m_ring;
    std::vector<qint64> m_marks; ///< Ascending.
};

} // namespace ui
