// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/acceptor/jobwriter.h"

#include "hub/base/clock.h"
#include "hub/tables/storetables.h"

#include <QRandomGenerator>

#include <utility>

namespace hub {

namespace {

Job withoutExternalId(Job job)
{
    job.externalId.clear();
    return job;
}

} // namespace

JobWriter::JobWriter(StoreTables &tables, const Clock &clock) : m_tables(tables), m_clock(clock) { }

EventId JobWriter::nextId() const
{
    return nextEventId(m_tables.meta.current.last, m_clock.wallMs());
}

void JobWriter::store(Event event, Events &events)
{
    m_tables.events.insert(event);
    m_tables.meta.current.append(event.id, event.data.size());
    events.push_back(std::move(event));
}

EventId JobWriter::append(Event event, Events &events)
{
    const EventId id = event.id = nextId();
    store(std::move(event), events);
    return id;
}

void JobWriter::countFinished(const Job &before, const Job &after)
{
    m_tables.meta.current.finishedJobs +=
        int(!after.terminalEvent.isNull()) - int(!before.terminalEvent.isNull());
}

Changed JobWriter::change(const Job &job, const JobChange &change, Events &events)
{
    const bool revives = isTerminal(job.status) && startsAttempt(job, change);
    if ((revives || change.externalId != job.externalId)
        && m_tables.jobs.isTaken(change.externalId, job.id)) {
        JobChange rest = change;
        rest.externalId.clear();
        return this->change(job, rest, events);
    }
    // Another job may have taken the external id since this job ended.
    const bool lostId = revives && m_tables.jobs.isTaken(job.externalId, job.id);
    ChangeOutcome outcome =
        applyChange(lostId ? withoutExternalId(job) : job, change, nextId(), m_clock.wallMs());
    if (const auto *ignored = std::get_if<Ignored>(&outcome))
        return *ignored;
    auto &applied = std::get<Applied>(outcome);
    const EventId id = applied.event.id;
    const bool hasNewId =
        applied.job.externalId != job.externalId || applied.job.restoreId != job.restoreId;
    const QByteArray jobId = job.id;
    store(std::move(applied.event), events);
    countFinished(job, applied.job);
    m_tables.jobs.update(job, std::move(applied.job)); // may destroy `job`
    if (hasNewId)
        applyWaiting(jobId, events);
    return id;
}

EventId JobWriter::create(const Job &job, const JobChange &first, const QByteArray &fingerprint,
                          Events &events)
{
    ChangeOutcome outcome = applyChange(job, first, nextId(), m_clock.wallMs());
    auto *applied = std::get_if<Applied>(&outcome);
    Q_ASSERT(applied); // the first change of a job is never ignored
    const EventId id = applied->event.id;
    store(std::move(applied->event), events);
    countFinished(job, applied->job);
    m_tables.jobs.insert(applied->job, fingerprint);
    applyWaiting(applied->job.id, events);
    return id;
}

void JobWriter::applyWaiting(const QByteArray &jobId, Events &events)
{
    constexpr int mostRounds = 8; // the rest waits for the job's next new id
    if (std::exchange(m_applying, true)) {
        m_applyAgain = true;
        return;
    }
    m_applyAgain = true;
    for (int round = 0; round < mostRounds && std::exchange(m_applyAgain, false); ++round)
        applyRound(jobId, events);
    m_applying = false;
}

void JobWriter::applyRound(const QByteArray &jobId, Events &events)
{
    const Job *job = m_tables.jobs.find(jobId);
    if (!job)
        return; // the job could not be written
    for (const auto &entry : m_tables.unmatched.waitingFor({jobId, job->externalId})) {
        // Find the job again each time: the previous change may have replaced it.
        if (const Job *current = m_tables.jobs.find(jobId))
            applyEntry(entry, *current, events);
    }
}

/// Applies one waiting change. A change that does not belong to this job keeps waiting: it may
/// belong to another one.
void JobWriter::applyEntry(const UnmatchedTable::Entry &entry, const Job &job, Events &events)
{
    const QByteArray jobId = job.id;
    const auto waiting = m_tables.unmatched.change(entry.id);
    if (!waiting)
        return m_tables.ledger.settle(entry, {}, {}, {}); // its text cannot be parsed
    if (!entry.reach.covers(entry.source, job, *waiting) || isOfAnotherRun(job, *waiting))
        return;
    const Changed changed = change(job, *waiting, events);
    const auto *event = std::get_if<EventId>(&changed);
    if (!event && std::get<Ignored>(changed) == Ignored::NotSigned)
        return;
    const DeliveryEffect effect = event ? DeliveryEffect{DeliveryEffect::Kind::Applied}
                                        : ignoredEffect(std::get<Ignored>(changed));
    m_tables.ledger.settle(entry, effect, jobId, event ? *event : EventId{});
}

QByteArray JobWriter::unusedJobId()
{
    constexpr int shortTries = 8; // after that, use longer ids
    for (int tries = 0;; ++tries) {
        const quint64 random = QRandomGenerator::system()->generate64();
        const int digits = tries < shortTries ? 8 : 12;
        const QByteArray id = QByteArray::number(random, 16).rightJustified(16, '0').left(digits);
        if (!m_tables.jobs.find(id))
            return id;
    }
}

DeliveryEffect ignoredEffect(Ignored reason)
{
    if (reason == Ignored::Duplicate)
        return {DeliveryEffect::Kind::Duplicate};
    return {DeliveryEffect::Kind::Ignored, toString(reason)};
}

} // namespace hub
