// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"
#include "ui/client/jobevent.h"
#include "ui/models/jobcolumns.h"

#include <QHash>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace ui {

/// A job with the texts its row shows, made once per change instead of once per paint.
struct JobRow
{
    hub::Job job;
    QString id;
    QString outcome;
    bool stale = false; ///< It was running here, but the hub's last snapshot did not have it.
};

/// What applying one thing did.
struct JobApplied
{
    int row = -1; ///< -1 = nothing to apply it to.
    bool changed = false; ///< False for what was known already.
    std::optional<hub::JobStatus> became; ///< The status it changed to.
};

/// All jobs the monitor knows. Rows never move and are only appended, until compact() or clear();
/// id → row is O(1). Remembers which columns of which rows changed since the last takeDirty().
class JobStore
{
public:
    /// More jobs than this and compact() drops the oldest finished ones.
    static constexpr int maxJobs = 100'000;

    struct Dirty
    {
        int row;
        ColumnMask columns;
    };

    int count() const { return static_cast<int>(m_rows.size()); }
    const JobRow &at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// -1 when unknown.
    int find(const QByteArray &id) const { return m_index.value(id, -1); }
    int countOf(hub::JobStatus status) const { return m_counts[static_cast<size_t>(status)]; }

    /// An event of the stream; one that is not newer than what the row has is ignored.
    JobApplied apply(const JobEvent &event);
    /// A job as the hub describes it; ignored when the row is newer.
    JobApplied upsert(const hub::Job &job);
    /// Takes a snapshot: upserts all, marks running jobs that are missing from it as stale and
    /// returns their ids.
    QList<QByteArray> applySnapshot(const QList<hub::Job> &jobs);

    /// Rows changed since the last call, ascending, with their columns.
    std::vector<Dirty> takeDirty();

    bool overfull() const { return count() > maxJobs; }
    /// Drops the oldest tenth, finished jobs first. Rows move: reset whatever shows them.
    void compact();
    void clear();

private:
    int append(const QByteArray &id);
    void touch(int row, ColumnMask columns);
    void recount(hub::JobStatus before, hub::JobStatus after);
    void rebuildIndex();

    std::vector<JobRow> m_rows;
    std::vector<ColumnMask> m_dirtyColumns; ///< By row; 0 = clean.
    std::vector<int> m_dirtyRows;
    QHash<QByteArray, int> m_index;
    std::array<int, 7> m_counts{};
};

} // namespace ui
