// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/deliveryacceptor.h"

#include "hub/base/clock.h"
#include "hub/store/receipts.h"
#include "hub/store/storetables.h"

namespace hub {

namespace {

QByteArray sourceScope(const QByteArray &source)
{
    return QByteArrayLiteral("source/") + source;
}

} // namespace

struct DeliveryAcceptor::Tally
{
    bool applied = false;
    std::vector<JobChange> waiting;
    std::optional<Ignored> ignored;

    QByteArray effect() const
    {
        if (applied)
            return QByteArrayLiteral("applied");
        if (!waiting.empty())
            return QByteArrayLiteral("unmatched");
        return ignored ? ignoredEffect(*ignored) : QByteArrayLiteral("none");
    }
};

DeliveryAcceptor::DeliveryAcceptor(StoreTables &tables, JobWriter &jobs, const Retention &retention,
                                   const Clock &clock)
    : m_tables(tables)
    , m_jobs(jobs)
    , m_retention(retention)
    , m_clock(clock)
{ }

const Job *DeliveryAcceptor::findFor(const JobChange &change)
{
    if (!change.jobId.isEmpty()) {
        if (const Job *job = m_tables.jobs.find(change.jobId))
            return job;
    }
    return m_tables.jobs.findByExternalId(change.externalId);
}

Written DeliveryAcceptor::accept(const Deliver &request)
{
    Written written;
    written.delivery = request.delivery;
    Delivery &delivery = written.delivery;
    if (!answerDuplicate(request, written)) {
        Tally tally;
        for (const JobChange &change : request.changes)
            written.receipts.push_back(deliver(change, request.createsJobs, written, tally));
        delivery.effect = tally.effect();
        m_tables.deliveries.insert(delivery);
        for (const JobChange &change : tally.waiting)
            m_tables.unmatched.insert(change, delivery.id, m_clock.wallMs());
        // Only what was verified and is no replay may stand for later ones.
        if (delivery.verdict == "accepted" && delivery.replayOf == 0) {
            m_tables.keys.remember(sourceScope(delivery.source), delivery.dedupKey,
                                   {{}, delivery.id},
                                   m_clock.wallMs() + m_retention.dedupAge.count());
        }
    }
    count(delivery);
    return written;
}

void DeliveryAcceptor::count(const Delivery &delivery)
{
    Meta &meta = m_tables.meta.current;
    const bool refused = DeliveryTable::isRefused(delivery);
    ++(refused ? meta.refused : meta.deliveries);
    (refused ? meta.refusedBytes : meta.deliveryBytes) += DeliveryTable::weight(delivery);
    if (refused)
        trimRefused();
}

void DeliveryAcceptor::trimRefused()
{
    Meta &meta = m_tables.meta.current;
    while (meta.refused > m_retention.refused || meta.refusedBytes > m_retention.refusedBytes) {
        const auto oldest = m_tables.deliveries.oldest(true, 1);
        if (oldest.empty())
            return;
        m_tables.deliveries.remove(oldest.front().id);
        --meta.refused;
        meta.refusedBytes -= oldest.front().bytes;
    }
}

bool DeliveryAcceptor::answerDuplicate(const Deliver &request, Written &written)
{
    Delivery &delivery = written.delivery;
    if (delivery.verdict != "accepted" || delivery.replayOf != 0)
        return false;
    const auto earlier =
        m_tables.keys.find(sourceScope(delivery.source), delivery.dedupKey, m_clock.wallMs());
    if (!earlier)
        return false;
    if (const auto first = m_tables.deliveries.find(earlier->delivery)) {
        delivery.jobId = first->jobId;
        delivery.event = first->event;
    }
    delivery.effect = QByteArrayLiteral("duplicate");
    m_tables.deliveries.insert(delivery);
    written.receipts.assign(request.changes.size(), duplicateOf(delivery.event));
    return true;
}

Receipt DeliveryAcceptor::deliver(const JobChange &change, bool createsJobs, Written &written,
                                  Tally &tally)
{
    const Job *job = findFor(change);
    const bool creates = !job && createsJobs && isValidId(change.jobId);
    if (!job && !creates) {
        tally.waiting.push_back(change);
        return unknownJob(change.jobId.isEmpty() ? change.externalId : change.jobId);
    }
    Delivery &delivery = written.delivery;
    delivery.jobId = job ? job->id : change.jobId;
    const Changed outcome =
        job ? m_jobs.change(*job, change, written)
            : m_jobs.create(newJob(change.jobId, change, m_clock.wallMs()), change, {}, written);
    if (const auto *ignored = std::get_if<Ignored>(&outcome)) {
        tally.ignored = *ignored;
        if (*ignored == Ignored::Duplicate)
            delivery.event = job->lastEvent;
        Receipt receipt;
        receipt.ignored = toString(*ignored);
        return receipt;
    }
    tally.applied = true;
    delivery.event = std::get<EventId>(outcome);
    return accepted(delivery.event);
}

} // namespace hub
