// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/jobstate.h"
#include "hub/core/store.h"
#include "hub/store/unmatchedtable.h"

namespace hub {

class Clock;
struct StoreTables;

/// The id of the event that a change became, or why it changed nothing.
using Changed = std::variant<EventId, Ignored>;

/// Applies changes to jobs: runs the state machine, stores the event and the job after it, and then
/// those changes that wait for the job and may be made to it. Accepted events are added to
/// `written`. Only within a transaction.
class JobWriter
{
public:
    JobWriter(StoreTables &tables, const Clock &clock);

    /// A change to a job that exists, which may be what JobTable::find() returned. An external id
    /// that another unfinished job has is left out of it.
    Changed change(const Job &job, const JobChange &change, Written &written);

    /// A new job with its first change, which is always applied.
    EventId create(const Job &job, const JobChange &first, const QByteArray &fingerprint,
                   Written &written);

    /// Stores an event that belongs to no job; it gets its id here.
    EventId append(Event event, Written &written);

    /// A short random id that no job has.
    QByteArray unusedJobId();

private:
    void store(Event event, Written &written);
    void countFinished(const Job &before, const Job &after);
    void applyWaiting(const QByteArray &jobId, Written &written);
    void applyRound(const QByteArray &jobId, Written &written);
    void applyEntry(const UnmatchedTable::Entry &entry, const Job &job, Written &written);
    EventId nextId() const;

    StoreTables &m_tables;
    const Clock &m_clock;
    bool m_applying = false; ///< A change that waited is being applied.
    bool m_applyAgain = false; ///< It gave the job another id that changes wait for.
};

/// `ignored: late` and the like, as a delivery's effect.
QByteArray ignoredEffect(Ignored reason);

} // namespace hub
