// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/deliveryeffect.h"
#include "hub/core/jobstate.h"
#include "hub/tables/unmatchedtable.h"

namespace hub {

class Clock;
struct StoreTables;

/// The id of the event that a change created, or the reason why it changed nothing.
using Changed = std::variant<EventId, Ignored>;

using Events = std::vector<Event>;

/// Applies changes to jobs. Runs the state machine, and stores the event and the changed job. Then
/// applies the waiting changes that belong to the job. Adds all accepted events to `events`. Call
/// it within a writing transaction only.
class JobWriter
{
public:
    JobWriter(StoreTables &tables, const Clock &clock);

    /// Applies a change to an existing job. `job` may be the object that JobTable::find() returned.
    /// An external id that another unfinished job has is left out.
    Changed change(const Job &job, const JobChange &change, Events &events);

    /// Creates a job with its first change, which is always applied. Returns the event's id.
    EventId create(const Job &job, const JobChange &first, const QByteArray &fingerprint,
                   Events &events);

    /// Stores an event that belongs to no job. Returns its new id.
    EventId append(Event event, Events &events);

    /// Returns a random id that no job has: 8 hexadecimal digits, or 12 if short ones are taken.
    QByteArray unusedJobId();

private:
    void store(Event event, Events &events);
    void countFinished(const Job &before, const Job &after);
    /// Applies the changes that wait for this job. Repeats this while one of them gives the job a
    /// new id.
    void applyWaiting(const QByteArray &jobId, Events &events);
    void applyRound(const QByteArray &jobId, Events &events);
    void applyEntry(const UnmatchedTable::Entry &entry, const Job &job, Events &events);
    EventId nextId() const;

    StoreTables &m_tables;
    const Clock &m_clock;
    bool m_applying = false; ///< A waiting change is being applied.
    bool m_applyAgain = false; ///< That change gave the job a new id.
};

/// Returns the delivery effect of an ignored change: Duplicate, or Ignored with the reason.
DeliveryEffect ignoredEffect(Ignored reason);

} // namespace hub
