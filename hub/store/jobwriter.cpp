// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobwriter.h"

#include "hub/base/clock.h"
#include "hub/store/storetables.h"

#include <QRandomGenerator>

namespace hub {

JobWriter::JobWriter(StoreTables &tables, const Clock &clock) : m_tables(tables), m_clock(clock) { }

EventId JobWriter::nextId() const
{
    return nextEventId(m_tables.meta.current.last, m_clock.wallMs());
}

void JobWriter::store(const Event &event, Written &written)
{
    m_tables.events.insert(event);
    m_tables.meta.current.last = event.id;
    ++m_tables.meta.current.events;
    written.events.push_back(event);
}

EventId JobWriter::append(Event event, Written &written)
{
    event.id = nextId();
    store(event, written);
    return event.id;
}

void JobWriter::countFinished(const Job &before, const Job &after)
{
    if (before.terminalEvent.isNull() && !after.terminalEvent.isNull())
        ++m_tables.meta.current.finishedJobs;
}

Outcome JobWriter::change(const Job &job, const JobChange &change, Written &written)
{
    Outcome outcome = apply(job, change, nextId(), m_clock.wallMs());
    if (const auto *applied = std::get_if<Applied>(&outcome)) {
        store(applied->event, written);
        m_tables.jobs.update(job, applied->job);
        countFinished(job, applied->job);
        if (applied->job.externalId != job.externalId)
            applyWaiting(applied->job, written);
    }
    return outcome;
}

Applied JobWriter::create(const Job &job, const JobChange &first, const QByteArray &fingerprint,
                          Written &written)
{
    Outcome outcome = apply(job, first, nextId(), m_clock.wallMs());
    auto *applied = std::get_if<Applied>(&outcome);
    Q_ASSERT(applied); // the first change of a job is never ignored
    store(applied->event, written);
    m_tables.jobs.insert(applied->job, fingerprint);
    countFinished(job, applied->job);
    applyWaiting(applied->job, written);
    return *applied;
}

void JobWriter::applyWaiting(const Job &job, Written &written)
{
    for (const auto &entry : m_tables.unmatched.take(job.id, job.externalId)) {
        // Read again each time: the change before may itself have let others in.
        const std::optional<Job> current = m_tables.jobs.find(job.id);
        if (!entry.change || !current)
            continue;
        const Outcome outcome = change(*current, *entry.change, written);
        const auto *applied = std::get_if<Applied>(&outcome);
        const QByteArray effect =
            applied ? QByteArrayLiteral("applied") : ignoredEffect(std::get<Ignored>(outcome));
        m_tables.deliveries.setEffect(entry.delivery, effect, job.id,
                                      applied ? applied->event.id : EventId{});
    }
}

QByteArray JobWriter::unusedJobId()
{
    constexpr int shortTries = 8; // then there are so many jobs that longer ids are needed
    for (int tries = 0;; ++tries) {
        const quint64 random = QRandomGenerator::system()->generate64();
        const int digits = tries < shortTries ? 8 : 12;
        const QByteArray id = QByteArray::number(random, 16).rightJustified(16, '0').left(digits);
        if (!m_tables.jobs.find(id))
            return id;
    }
}

QByteArray ignoredEffect(Ignored reason)
{
    return QByteArrayLiteral("ignored: ") + toString(reason);
}

} // namespace hub
