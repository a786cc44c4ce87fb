// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"
#include "ui/models/jobcolumns.h"
#include "ui/models/jobstatus.h"
#include "ui/models/updatepace.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace ui {

/// A job with the texts of its row, which are made once per change instead of once per paint.
struct JobRow
{
    hub::Job job;
    QString id;
    QString outcome;
    bool stale = false; ///< The job was running here, but the hub's last snapshot lacked it.
    bool stalled = false; ///< Runs, and is silent for longer than is usual for its kind.
    bool unseen = false; ///< A failure that the operator has not looked at.
    bool pinned = false; ///< The operator wants the job at the top of the list.
};

/// The effect of applying one event or job.
struct JobApplied
{
    int row = -1; ///< Row of the job; -1 = no job is concerned.
    bool changed = false; ///< False if the row had this state already, or a newer one.
    std::optional<JobStatus> became; ///< The new status, if it changed or the job is new.
    std::optional<JobStatus> was; ///< The status before; nullopt = the job is new here.
};

/// All jobs that the monitor knows. Rows are only appended and never move, except in compact() and
/// clear(). Finding a row by id takes constant time. Records which columns of which rows changed
/// since the last takeDirty().
class JobStore
{
public:
    /// Above this number of jobs the store is overfull().
    static constexpr int maxJobs = 100'000;
    /// Pins are stored and read one by one, and shown above all other jobs.
    static constexpr qsizetype maxPins = 100;

    struct Dirty
    {
        int row;
        ColumnMask columns;
    };

    int count() const { return static_cast<int>(m_rows.size()); }
    const JobRow &at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// Returns the row of a job, or -1.
    int find(const QByteArray &id) const { return m_index.value(id, -1); }
    int countOf(JobStatus status) const { return m_counts[static_cast<size_t>(status)]; }
    /// Returns the number of jobs in any of these states.
    int countOf(JobStatusSet statuses) const;

    /// Applies an event of the stream. Ignores an event that is not newer than the row.
    JobApplied apply(const JobEvent &event);
    /// Sets a job to the state that the hub reported. Ignores a state that is older than the row.
    JobApplied upsert(const hub::Job &job);
    /// Applies a snapshot. Marks running jobs that it lacks as stale and returns their ids.
    QList<QByteArray> applySnapshot(const QList<hub::Job> &jobs);

    /// The number of rows with JobRow::stalled.
    int stalledJobs() const { return m_stalled; }
    /// Returns how long jobs are usually silent. Live events teach it; snapshots and polls do not,
    /// because they skip updates.
    const UpdatePace &pace() const { return m_pace; }
    /// Finds out which running jobs are stalled. `nowMs` is the time of the hub's clock, in ms
    /// since 1970 UTC. Call it once a second while the link works: without a link, nothing is known
    /// about updates.
    void updateStalled(qint64 nowMs);

    /// The number of failures that the operator has not looked at. A job counts when it fails here,
    /// and when a snapshot or a poll brings a failure that ended after seenUntil().
    int unseenFailures() const { return m_unseen; }
    /// All failures that ended until this time are seen. In ms since 1970 UTC, of the hub's clock;
    /// nullopt = not known, so that no failure of the first snapshot is new.
    std::optional<qint64> seenUntil() const { return m_seenUntil; }
    void setSeenUntil(std::optional<qint64> ms) { m_seenUntil = ms; }
    /// Counts the failures here as seen if seenUntil() is not known yet. Call it after the first
    /// jobs that were polled; applySnapshot() does it by itself.
    void startSeen();
    /// Counts the failure in this row as seen. Does nothing if it is not an unseen failure.
    void markSeen(int row);
    void markFailuresSeen();

    /// Returns the ids of the pinned jobs, also of those that are not here.
    const QSet<QByteArray> &pins() const { return m_pins; }
    /// Pins exactly these jobs, at most maxPins of them. clear() keeps the pins.
    void setPins(const QSet<QByteArray> &ids);
    /// Pins a job or not. Returns false if nothing changed: maxPins jobs are pinned already, say.
    bool setPinned(const QByteArray &id, bool pinned);
    /// Returns the pinned jobs that are not here.
    QList<QByteArray> missingPins() const;

    /// Returns the rows changed since the last call, in ascending order.
    std::vector<Dirty> takeDirty();

    bool overfull() const { return count() > maxJobs; }
    /// Drops a tenth of the jobs: finished ones first, the longest unchanged first, and pinned ones
    /// last. Rows move, so models must reset.
    void compact();
    void clear();

private:
    int append(const QByteArray &id);
    void touch(int row, ColumnMask columns);
    void settle(JobRow &entry, JobStatus before, bool isNew);
    void setUnseen(JobRow &entry, bool unseen);
    void setStalled(JobRow &entry, bool stalled);
    void advanceSeen();
    void rebuildIndex();

    std::vector<JobRow> m_rows;
    std::vector<ColumnMask> m_dirtyColumns; ///< By row; 0 = unchanged.
    std::vector<int> m_dirtyRows;
    QHash<QByteArray, int> m_index;
    std::array<int, jobStatuses> m_counts{};
    UpdatePace m_pace;
    int m_stalled = 0;
    int m_unseen = 0;
    std::optional<qint64> m_seenUntil;
    QSet<QByteArray> m_pins;
};

} // namespace ui
