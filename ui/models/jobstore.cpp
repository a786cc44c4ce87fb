// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobstore.h"

#include "hub/base/utf8.h"
#include "ui/models/eventtext.h"

#include <algorithm>
#include <limits>

namespace ui {

namespace {

JobApplied effectOf(int row, bool added, JobStatus before, JobStatus after)
{
    return {row, true, added || before != after ? std::optional(after) : std::nullopt,
            added ? std::nullopt : std::optional(before)};
}

/// Returns when an ended job ended, in ms since 1970 UTC.
qint64 endMs(const hub::Job &job)
{
    return job.finishedMs != 0 ? job.finishedMs : job.updatedMs;
}

} // namespace

int JobStore::countOf(JobStatusSet statuses) const
{
    int count = 0;
    for (int status = 0; status < jobStatuses; ++status) {
        if (statuses & (1U << status))
            count += m_counts[static_cast<size_t>(status)];
    }
    return count;
}

JobApplied JobStore::apply(const JobEvent &event)
{
    const hub::JobDelta &delta = event.delta;
    if (delta.jobId.isEmpty() || delta.type == hub::EventType::Notification)
        return {};
    int row = find(delta.jobId);
    if (row >= 0 && delta.id <= at(row).job.lastEvent)
        return {row, false, {}, {}};
    const bool added = row < 0;
    if (added)
        row = append(delta.jobId);
    JobRow &entry = m_rows[static_cast<size_t>(row)];
    const hub::JobStatus before = entry.job.status;
    const std::chrono::milliseconds silent(delta.timeMs - entry.job.updatedMs);
    const bool restarted =
        delta.type != hub::EventType::Log && hub::isOfLaterAttempt(entry.job, delta);
    hub::applyDelta(entry.job, delta);
    if (before == hub::JobStatus::Processing && !restarted)
        m_pace.add(entry.job.kind, silent);
    const hub::JobStatus after = entry.job.status;
    settle(entry, before, added || restarted || before != after);
    const ColumnMask columns =
        columnsOf(delta) | (restarted || before != after ? stateColumns : ColumnMask{0});
    if (columns & bit(JobColumn::Outcome))
        entry.outcome = outcomeText(entry.job);
    touch(row, added ? allJobColumns : columns);
    return effectOf(row, added, before, after);
}

JobApplied JobStore::upsert(const hub::Job &job)
{
    if (job.id.isEmpty())
        return {};
    int row = find(job.id);
    const bool added = row < 0;
    if (!added && job.lastEvent < at(row).job.lastEvent)
        return {row, false, {}, {}};
    if (added)
        row = append(job.id);
    JobRow &entry = m_rows[static_cast<size_t>(row)];
    const hub::JobStatus before = entry.job.status;
    const bool again = entry.job.attempt != job.attempt;
    entry.job = job;
    const bool late = m_seenUntil && endMs(job) > *m_seenUntil;
    settle(entry, before, added ? late : again || before != job.status);
    entry.outcome = outcomeText(job);
    touch(row, allJobColumns);
    return effectOf(row, added, before, job.status);
}

QList<QByteArray> JobStore::applySnapshot(const QList<hub::Job> &jobs)
{
    std::vector<bool> present(m_rows.size(), false);
    for (const hub::Job &job : jobs) {
        const int row = upsert(job).row;
        if (row >= 0 && static_cast<size_t>(row) < present.size())
            present[static_cast<size_t>(row)] = true;
    }
    QList<QByteArray> missing;
    for (size_t row = 0; row < present.size(); ++row) {
        JobRow &entry = m_rows[row];
        if (!present[row] && !hub::isTerminal(entry.job.status)) {
            entry.stale = true;
            setStalled(entry, false);
            touch(static_cast<int>(row), allJobColumns);
            missing.append(entry.job.id);
        }
    }
    startSeen();
    return missing;
}

void JobStore::startSeen()
{
    if (!m_seenUntil)
        advanceSeen();
}

void JobStore::markSeen(int row)
{
    JobRow &entry = m_rows[static_cast<size_t>(row)];
    if (!entry.unseen)
        return;
    setUnseen(entry, false);
    touch(row, allJobColumns);
    advanceSeen();
}

void JobStore::markFailuresSeen()
{
    for (int row = 0; row < count() && m_unseen > 0; ++row) {
        if (m_rows[static_cast<size_t>(row)].unseen) {
            setUnseen(m_rows[static_cast<size_t>(row)], false);
            touch(row, allJobColumns);
        }
    }
    advanceSeen();
}

/// Moves seenUntil() to just before the first unseen failure, or to the last end of a job.
void JobStore::advanceSeen()
{
    qint64 last = 0;
    qint64 firstUnseen = std::numeric_limits<qint64>::max();
    for (const JobRow &row : m_rows) {
        if (hub::isTerminal(row.job.status))
            last = qMax(last, endMs(row.job));
        if (row.unseen)
            firstUnseen = qMin(firstUnseen, endMs(row.job));
    }
    m_seenUntil = qMax(m_seenUntil.value_or(0), qMin(last, firstUnseen - 1));
}

void JobStore::setPins(const QSet<QByteArray> &ids)
{
    m_pins.clear();
    for (const QByteArray &id : ids) {
        if (m_pins.size() < maxPins)
            m_pins.insert(id);
    }
    for (int row = 0; row < count(); ++row) {
        m_rows[static_cast<size_t>(row)].pinned = m_pins.contains(at(row).job.id);
        touch(row, allJobColumns);
    }
}

bool JobStore::setPinned(const QByteArray &id, bool pinned)
{
    if (pinned == m_pins.contains(id) || (pinned && m_pins.size() >= maxPins))
        return false;
    if (pinned)
        m_pins.insert(id);
    else
        m_pins.remove(id);
    if (const int row = find(id); row >= 0) {
        m_rows[static_cast<size_t>(row)].pinned = pinned;
        touch(row, allJobColumns);
    }
    return true;
}

QList<QByteArray> JobStore::missingPins() const
{
    QList<QByteArray> missing;
    for (const QByteArray &id : m_pins) {
        if (find(id) < 0)
            missing << id;
    }
    return missing;
}

std::vector<JobStore::Dirty> JobStore::takeDirty()
{
    std::sort(m_dirtyRows.begin(), m_dirtyRows.end());
    std::vector<Dirty> dirty;
    dirty.reserve(m_dirtyRows.size());
    for (const int row : m_dirtyRows)
        dirty.push_back({row, std::exchange(m_dirtyColumns[static_cast<size_t>(row)], 0)});
    m_dirtyRows.clear();
    return dirty;
}

void JobStore::compact()
{
    std::vector<size_t> order(m_rows.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto goesFirst = [this](size_t a, size_t b) {
        const hub::Job &left = m_rows[a].job;
        const hub::Job &right = m_rows[b].job;
        if (m_rows[a].pinned != m_rows[b].pinned)
            return m_rows[b].pinned;
        const bool leftEnded = hub::isTerminal(left.status);
        const bool rightEnded = hub::isTerminal(right.status);
        return leftEnded != rightEnded ? leftEnded : left.updatedMs < right.updatedMs;
    };
    const auto drop = static_cast<qsizetype>(m_rows.size() / 10);
    std::nth_element(order.begin(), order.begin() + drop, order.end(), goesFirst);
    std::sort(order.begin() + drop, order.end());
    std::vector<JobRow> kept;
    kept.reserve(m_rows.size());
    for (auto it = order.begin() + drop; it != order.end(); ++it)
        kept.push_back(std::move(m_rows[*it]));
    m_rows = std::move(kept);
    rebuildIndex();
}

void JobStore::clear()
{
    m_rows.clear();
    rebuildIndex();
}

int JobStore::append(const QByteArray &id)
{
    const int row = count();
    JobRow entry;
    entry.job.id = id;
    entry.id = hub::fromUtf8(id);
    entry.pinned = m_pins.contains(id);
    m_rows.push_back(std::move(entry));
    m_dirtyColumns.push_back(0);
    m_index.insert(id, row);
    ++m_counts[static_cast<size_t>(hub::JobStatus::Queued)];
    return row;
}

void JobStore::touch(int row, ColumnMask columns)
{
    ColumnMask &mask = m_dirtyColumns[static_cast<size_t>(row)];
    if (mask == 0 && columns != 0)
        m_dirtyRows.push_back(row);
    mask |= columns;
}

/// Updates what follows from the new status of a row. A failure is unseen if it `isNew`.
void JobStore::settle(JobRow &entry, JobStatus before, bool isNew)
{
    --m_counts[static_cast<size_t>(before)];
    ++m_counts[static_cast<size_t>(entry.job.status)];
    entry.stale = false;
    setStalled(entry, false);
    if (!isFailure(entry.job.status))
        setUnseen(entry, false);
    else if (isNew)
        setUnseen(entry, true);
}

void JobStore::updateStalled(qint64 nowMs)
{
    if (countOf(JobStatus::Processing) == 0)
        return;
    for (int row = 0; row < count(); ++row) {
        JobRow &entry = m_rows[static_cast<size_t>(row)];
        if (entry.job.status != JobStatus::Processing || entry.stale)
            continue;
        const std::chrono::milliseconds silent(nowMs - entry.job.updatedMs);
        const bool stalled = silent > m_pace.limit(entry.job.kind);
        if (stalled != entry.stalled) {
            setStalled(entry, stalled);
            touch(row, stateColumns);
        }
    }
}

void JobStore::setStalled(JobRow &entry, bool stalled)
{
    m_stalled += static_cast<int>(stalled) - static_cast<int>(entry.stalled);
    entry.stalled = stalled;
}

void JobStore::setUnseen(JobRow &entry, bool unseen)
{
    m_unseen += static_cast<int>(unseen) - static_cast<int>(entry.unseen);
    entry.unseen = unseen;
}

void JobStore::rebuildIndex()
{
    m_index.clear();
    m_counts.fill(0);
    m_unseen = 0;
    m_stalled = 0;
    m_dirtyRows.clear();
    m_dirtyColumns.assign(m_rows.size(), 0);
    for (size_t row = 0; row < m_rows.size(); ++row) {
        m_index.insert(m_rows[row].job.id, static_cast<int>(row));
        ++m_counts[static_cast<size_t>(m_rows[row].job.status)];
        m_unseen += static_cast<int>(m_rows[row].unseen);
        m_stalled += static_cast<int>(m_rows[row].stalled);
    }
}

} // namespace ui
