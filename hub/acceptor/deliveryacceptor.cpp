// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/acceptor/deliveryacceptor.h"

#include "hub/acceptor/jobname.h"
#include "hub/base/clock.h"
#include "hub/tables/storetables.h"

namespace hub {

namespace {

using Effect = DeliveryEffect::Kind;

QByteArray sourceScope(const QByteArray &source)
{
    return QByteArrayLiteral("source/") + source;
}

} // namespace

struct DeliveryAcceptor::Tally
{
    bool applied = false;
    std::vector<std::pair<UnmatchedTable::Entry, JobChange>> waiting;
    std::optional<Ignored> ignored;

    /// Returns whether the delivery had no change to apply.
    bool isEmpty() const { return !applied && waiting.empty() && !ignored; }

    DeliveryEffect effect() const
    {
        if (applied)
            return {Effect::Applied};
        if (!waiting.empty())
            return {Effect::Unmatched};
        return ignored ? ignoredEffect(*ignored) : DeliveryEffect{};
    }
};

DeliveryAcceptor::DeliveryAcceptor(StoreTables &tables, JobWriter &jobs, const Retention &retention,
                                   const Clock &clock)
    : m_tables(tables)
    , m_jobs(jobs)
    , m_retention(retention)
    , m_clock(clock)
{ }

DeliveryAcceptor::Match DeliveryAcceptor::match(const JobChange &change, const Deliver &request)
{
    const auto isCovered = [&](const Job &job) {
        return request.reach.covers(request.delivery.source, job, change);
    };
    if (!change.signedFor.isEmpty())
        return matchSigned(change, request);
    const Job *job = change.jobId.isEmpty() ? nullptr : m_tables.jobs.find(change.jobId);
    if (job && !isCovered(*job))
        return {{}, false, Ignored::NotLinked};
    if (!job)
        job = m_tables.jobs.findByExternalId(change.externalId, isCovered);
    if (job)
        return {job->id};
    if (!request.createsJobs || request.foreignIds.contains(change.jobId)
        || !mayNameJob(change.jobId))
        return {};
    if (!request.reach.coversNew(change))
        return {{}, false, Ignored::NotLinked};
    return {change.jobId, true};
}

/// Finds the job of a signed change. The callback URL names the job, so an external id cannot
/// select another one.
DeliveryAcceptor::Match DeliveryAcceptor::matchSigned(const JobChange &change,
                                                      const Deliver &request)
{
    const QByteArray jobId = jobOfAttempt(change.signedFor);
    const Job *job = m_tables.jobs.find(jobId);
    if (!job)
        return {};
    if (!request.reach.covers(request.delivery.source, *job, change))
        return {{}, false, Ignored::NotLinked};
    if (!change.jobId.isEmpty() && change.jobId != jobId)
        return {jobId, false, Ignored::NotSigned};
    if (job->externalId.isEmpty() || job->externalId == change.externalId)
        return {jobId};
    const bool waits = isOfAnotherRun(*job, change);
    const auto isAnother = [&](const Job &other) { return other.id != jobId; };
    if (m_tables.jobs.findByExternalId(change.externalId, isAnother))
        return {jobId, false, Ignored::NotSigned};
    return waits ? Match{} : Match{jobId};
}

Delivered DeliveryAcceptor::accept(const Deliver &request)
{
    Delivered delivered;
    delivered.delivery = request.delivery;
    if (!keepDuplicate(delivered.delivery)) {
        const auto only = request.changes.size() == 1
                              ? std::optional(match(request.changes.front(), request))
                              : std::nullopt;
        delivered.full = fullFor(request, only);
        if (!delivered.full.isEmpty())
            return delivered;
        Tally tally;
        for (const JobChange &change : request.changes) {
            // Match again when there are several changes: one may create the job of the next.
            const Match found = only ? *only : match(change, request);
            deliver(change, found, request, delivered, tally);
        }
        store(delivered.delivery, tally);
    }
    if (DeliveryTable::isRefused(delivered.delivery))
        trimRefused();
    return delivered;
}

void DeliveryAcceptor::store(Delivery &delivery, const Tally &tally)
{
    const qint64 nowMs = m_clock.wallMs();
    const bool said = tally.isEmpty() && delivery.effect.kind == Effect::Ignored; // by the source
    if (!said)
        delivery.effect = tally.effect();
    delivery.owner =
        tally.waiting.empty() ? ownerOf(delivery.jobId) : tally.waiting.front().first.owner;
    m_tables.ledger.keep(delivery);
    for (auto [entry, change] : tally.waiting) {
        entry.delivery = delivery.id;
        entry.atMs = nowMs;
        m_tables.ledger.wait(entry, change);
    }
    // A later delivery is a duplicate only of one that was verified, is no replay and had an
    // effect.
    const bool hasEffect = tally.applied || !tally.waiting.empty();
    if (delivery.verdict == DeliveryVerdict::Accepted && delivery.replayOf == 0 && hasEffect) {
        m_tables.keys.remember(sourceScope(delivery.source), delivery.dedupKey.text,
                               {{}, delivery.id}, nowMs + m_retention.dedupAge.count());
    }
}

QByteArray DeliveryAcceptor::ownerOf(const QByteArray &jobId)
{
    const Job *job = jobId.isEmpty() ? nullptr : m_tables.jobs.find(jobId);
    return job ? job->owner : QByteArray();
}

void DeliveryAcceptor::trimRefused()
{
    const Meta &meta = m_tables.meta.current;
    while (meta.refused > m_retention.refused || meta.refusedBytes > m_retention.refusedBytes) {
        const auto oldest = m_tables.deliveries.oldest(true, 1);
        if (oldest.empty())
            return;
        m_tables.ledger.remove(oldest.front());
    }
}

bool DeliveryAcceptor::hasMovedOn(const Delivery &delivery)
{
    const Job *job = delivery.jobId.isEmpty() ? nullptr : m_tables.jobs.find(delivery.jobId);
    return job && job->lastEvent != delivery.event;
}

bool DeliveryAcceptor::keepDuplicate(Delivery &delivery)
{
    if (delivery.verdict != DeliveryVerdict::Accepted || delivery.replayOf != 0)
        return false;
    const auto earlier =
        m_tables.keys.find(sourceScope(delivery.source), delivery.dedupKey.text, m_clock.wallMs());
    if (!earlier)
        return false;
    const auto first = m_tables.deliveries.find(earlier->delivery);
    if (!delivery.dedupKey.isId && (!first || hasMovedOn(*first)))
        return false;
    if (first) {
        delivery.jobId = first->jobId;
        delivery.event = first->event;
        delivery.owner = first->owner;
    }
    delivery.effect = {Effect::Duplicate};
    m_tables.ledger.keep(delivery);
    return true;
}

void DeliveryAcceptor::deliver(const JobChange &change, const Match &match, const Deliver &request,
                               Delivered &delivered, Tally &tally)
{
    if (match.waits()) {
        tally.waiting.emplace_back(entryFor(change, request, tally.waiting.empty()), change);
        return;
    }
    Delivery &delivery = delivered.delivery;
    delivery.jobId = match.jobId;
    Changed outcome = match.ignored.value_or(Ignored::NotLinked);
    if (match.creates)
        outcome = create(change, request, delivered.events);
    else if (const Job *job = match.ignored ? nullptr : m_tables.jobs.find(match.jobId))
        outcome = m_jobs.change(*job, change, delivered.events);
    if (const auto *ignored = std::get_if<Ignored>(&outcome)) {
        tally.ignored = *ignored;
        const Job *job = *ignored == Ignored::Duplicate ? m_tables.jobs.find(match.jobId) : nullptr;
        if (job)
            delivery.event = job->lastEvent;
        return;
    }
    tally.applied = true;
    delivery.event = std::get<EventId>(outcome);
}

/// Runs before any change is applied, so that a webhook is accepted completely or not at all.
QByteArray DeliveryAcceptor::fullFor(const Deliver &request, const std::optional<Match> &only)
{
    DeliveryLedger::Amount before;
    for (const JobChange &change : request.changes) {
        if (!(only ? *only : match(change, request)).waits())
            continue;
        const UnmatchedTable::Entry entry = entryFor(change, request, before.count == 0);
        const QByteArray full = m_tables.ledger.fullFor(entry, change, before, m_retention.waiting);
        if (!full.isEmpty())
            return full;
        ++before.count;
        before.bytes += entry.bytes;
    }
    return {};
}

UnmatchedTable::Entry DeliveryAcceptor::entryFor(const JobChange &change, const Deliver &request,
                                                 bool isFirst)
{
    UnmatchedTable::Entry entry;
    entry.source = request.delivery.source;
    entry.owner =
        change.signedFor.isEmpty() ? change.owner : ownerOf(jobOfAttempt(change.signedFor));
    entry.bytes = toJson(change).size() + (isFirst ? DeliveryTable::weight(request.delivery) : 0);
    entry.reach = request.reach;
    return entry;
}

EventId DeliveryAcceptor::create(const JobChange &change, const Deliver &request, Events &events)
{
    JobChange first = change;
    if (m_tables.jobs.isTaken(first.externalId, first.jobId))
        first.externalId.clear();
    Job job = newJob(first.jobId, first, m_clock.wallMs());
    job.source = request.delivery.source;
    if (!request.reach.owner.isEmpty())
        job.owner = request.reach.owner;
    return m_jobs.create(job, first, {}, events);
}

} // namespace hub
