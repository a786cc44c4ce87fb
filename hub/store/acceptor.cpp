// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/acceptor.h"

#include "hub/base/clock.h"
#include "hub/store/storetables.h"

namespace hub {

namespace {

Receipt refused(const char *code, const QString &message)
{
    Receipt receipt;
    receipt.error = {code, message};
    return receipt;
}

Receipt accepted(EventId event)
{
    Receipt receipt;
    receipt.event = event;
    return receipt;
}

Receipt duplicateOf(EventId event)
{
    Receipt receipt;
    receipt.event = event;
    receipt.duplicate = true;
    return receipt;
}

Receipt invalidJobId()
{
    return refused("invalid_job_id", QStringLiteral("not a job id"));
}

Receipt unknownJob(const QByteArray &id)
{
    return refused("unknown_job", QStringLiteral("no job %1").arg(QString::fromUtf8(id)));
}

/// A publisher is told of a step backwards; of what merely came late it need not care.
Receipt receiptForPublish(const Job &job, const JobChange &change, Ignored reason)
{
    if (reason == Ignored::Terminal || reason == Ignored::Late) {
        return refused("illegal_transition", QStringLiteral("job %1 is %2, it cannot go to %3")
                                                 .arg(QString::fromUtf8(job.id),
                                                      QString::fromLatin1(toString(job.status)),
                                                      QString::fromLatin1(toString(change.type))));
    }
    Receipt receipt;
    receipt.ignored = toString(reason);
    return receipt;
}

QByteArray sourceScope(const QByteArray &source)
{
    return QByteArrayLiteral("source/") + source;
}

/// A job as a caller may ask for it: what only events can bring is not the caller's to set.
Job freshJob(const Job &wanted, qint64 nowMs)
{
    Job job;
    job.id = wanted.id;
    job.kind = wanted.kind;
    job.message = wanted.message;
    job.owner = wanted.owner;
    job.restoreId = wanted.restoreId;
    job.externalId = wanted.externalId;
    job.labels = wanted.labels;
    job.extra = wanted.extra;
    job.createdMs = nowMs;
    job.updatedMs = nowMs;
    return job;
}

} // namespace

struct Acceptor::Tally
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

Acceptor::Acceptor(StoreTables &tables, const Retention &retention, const Clock &clock)
    : m_tables(tables)
    , m_retention(retention)
    , m_clock(clock)
    , m_jobs(tables, clock)
{ }

Written Acceptor::operator()(const CreateJob &request)
{
    if (!request.job.id.isEmpty()) {
        if (const auto existing = m_tables.jobs.find(request.job.id))
            return createAgain(request, *existing);
    }
    Written written;
    Job job = freshJob(request.job, m_clock.wallMs());
    if (job.id.isEmpty())
        job.id = m_jobs.unusedJobId();
    if (!isValidId(job.id)) {
        written.receipts.push_back(invalidJobId());
        return written;
    }
    JobChange queued;
    queued.type = EventType::Queued;
    const Applied first = m_jobs.create(job, queued, request.fingerprint, written);
    written.receipts.push_back(accepted(first.event.id));
    written.job = m_tables.jobs.find(job.id);
    written.created = true;
    return written;
}

Written Acceptor::createAgain(const CreateJob &request, const Job &existing)
{
    Written written;
    if (m_tables.jobs.fingerprint(existing.id) == request.fingerprint) {
        written.receipts.push_back(duplicateOf(existing.lastEvent));
        written.job = existing;
    } else {
        written.receipts.push_back(
            refused("job_exists", QStringLiteral("job %1 exists and was created with other values")
                                      .arg(QString::fromUtf8(existing.id))));
    }
    return written;
}

Written Acceptor::operator()(const Publish &request)
{
    Written written;
    QByteArray jobId;
    written.receipts.push_back(publish(request, written, &jobId));
    if (!jobId.isEmpty())
        written.job = m_tables.jobs.find(jobId);
    return written;
}

Written Acceptor::operator()(const PublishBatch &request)
{
    Written written;
    for (const Publish &item : request.items) {
        QByteArray jobId;
        written.receipts.push_back(publish(item, written, &jobId));
    }
    return written;
}

Receipt Acceptor::publish(const Publish &request, Written &written, QByteArray *jobId)
{
    const JobChange &change = request.change;
    const auto job = change.jobId.isEmpty() ? m_tables.jobs.findByExternalId(change.externalId)
                                            : m_tables.jobs.find(change.jobId);
    *jobId = job ? job->id : change.jobId;
    if (jobId->isEmpty())
        return unknownJob(change.externalId);
    if (!isValidId(*jobId))
        return invalidJobId();
    const qint64 nowMs = m_clock.wallMs();
    const QByteArray scope = Topic::job(*jobId).toString();
    if (const auto earlier = m_tables.keys.find(scope, request.idempotencyKey, nowMs))
        return duplicateOf(earlier->event);
    EventId event;
    if (!job) {
        event = createByPublish(request, written).event;
    } else {
        const Outcome outcome = m_jobs.change(*job, change, written);
        if (const auto *ignored = std::get_if<Ignored>(&outcome))
            return receiptForPublish(*job, change, *ignored);
        event = std::get<Applied>(outcome).event.id;
    }
    m_tables.keys.remember(scope, request.idempotencyKey, {event, 0},
                           nowMs + m_retention.idempotencyAge.count());
    return accepted(event);
}

Receipt Acceptor::createByPublish(const Publish &request, Written &written)
{
    Job job = newJob(request.change.jobId, request.change, m_clock.wallMs());
    job.owner = request.publisher;
    return accepted(m_jobs.create(job, request.change, {}, written).event.id);
}

std::optional<Job> Acceptor::findFor(const JobChange &change)
{
    if (!change.jobId.isEmpty()) {
        if (auto job = m_tables.jobs.find(change.jobId))
            return job;
    }
    return m_tables.jobs.findByExternalId(change.externalId);
}

Written Acceptor::operator()(const Deliver &request)
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
    m_tables.meta.current.deliveryBytes += DeliveryTable::weight(delivery);
    return written;
}

bool Acceptor::answerDuplicate(const Deliver &request, Written &written)
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

Receipt Acceptor::deliver(const JobChange &change, bool createsJobs, Written &written, Tally &tally)
{
    const auto job = findFor(change);
    const bool creates = !job && createsJobs && isValidId(change.jobId);
    if (!job && !creates) {
        tally.waiting.push_back(change);
        return unknownJob(change.jobId.isEmpty() ? change.externalId : change.jobId);
    }
    Delivery &delivery = written.delivery;
    delivery.jobId = job ? job->id : change.jobId;
    const Outcome outcome =
        job ? m_jobs.change(*job, change, written)
            : Outcome(
                m_jobs.create(newJob(change.jobId, change, m_clock.wallMs()), change, {}, written));
    if (const auto *ignored = std::get_if<Ignored>(&outcome)) {
        tally.ignored = *ignored;
        Receipt receipt;
        receipt.ignored = toString(*ignored);
        return receipt;
    }
    tally.applied = true;
    delivery.event = std::get<Applied>(outcome).event.id;
    return accepted(delivery.event);
}

Written Acceptor::operator()(const Notify &request)
{
    Written written;
    const Topic topic = Topic::user(request.user);
    const QByteArray scope = topic.toString();
    const qint64 nowMs = m_clock.wallMs();
    if (const auto earlier = m_tables.keys.find(scope, request.idempotencyKey, nowMs)) {
        written.receipts.push_back(duplicateOf(earlier->event));
        return written;
    }
    Event event;
    event.topic = topic;
    event.type = EventType::Notification;
    event.owner = request.user;
    event.data = request.data;
    const EventId id = m_jobs.append(std::move(event), written);
    m_tables.keys.remember(scope, request.idempotencyKey, {id, 0},
                           nowMs + m_retention.idempotencyAge.count());
    written.receipts.push_back(accepted(id));
    return written;
}

} // namespace hub
