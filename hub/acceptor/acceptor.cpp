// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/acceptor/acceptor.h"

#include "hub/acceptor/jobname.h"
#include "hub/acceptor/receipts.h"
#include "hub/base/clock.h"
#include "hub/base/utf8.h"
#include "hub/tables/storetables.h"

namespace hub {

namespace {

/// Answers a publish that changed nothing. A change to a job that has ended is refused with
/// `illegal_transition`. A change that is only late is reported as ignored.
Receipt receiptForPublish(const Job &job, const JobChange &change, Ignored reason)
{
    // A webhook may report the provider's id before the publisher does. The publisher's `queued`
    // with the same id is no error then.
    const bool isKnown = change.type == EventType::Queued && !change.externalId.isEmpty()
                         && change.externalId == job.externalId;
    if (reason == Ignored::Terminal && !isKnown) {
        return refused("illegal_transition",
                       QStringLiteral("job %1 is %2 and cannot become %3")
                           .arg(fromUtf8(job.id), QString::fromLatin1(toString(job.status)),
                                QString::fromLatin1(toString(change.type))));
    }
    if (reason == Ignored::Duplicate)
        return duplicateOf(job.lastEvent);
    Receipt receipt;
    receipt.ignored = toString(reason);
    return receipt;
}

QByteArray scopeOf(const QByteArray &jobId)
{
    return Topic::job(jobId).toString();
}

/// Returns the scope of the keys that a publisher uses for notifications to one user. Slashes in
/// the user's id are escaped, so that no two pairs of user and publisher share a scope.
QByteArray scopeOf(const Topic &user, const QByteArray &publisher)
{
    QByteArray id = user.id;
    id.replace('%', "%25").replace('/', "%2F");
    return Topic::user(id).toString() + "/by/" + publisher;
}

/// Returns a new job with the fields that a caller may set. Fields that only events change keep
/// their defaults.
Job freshJob(const Job &wanted, qint64 nowMs)
{
    Job job;
    job.id = wanted.id;
    job.kind = wanted.kind;
    job.message = wanted.message;
    job.owner = wanted.owner;
    job.restoreId = wanted.restoreId;
    job.externalId = wanted.externalId;
    job.source = wanted.source;
    job.labels = wanted.labels;
    job.extra = wanted.extra;
    job.createdMs = nowMs;
    job.updatedMs = nowMs;
    return job;
}

/// Returns why the publisher may not change `job`, or create it where it is null.
std::optional<Receipt> refusalOf(const Publish &request, const Job *job)
{
    const JobChange &change = request.change;
    const bool isVisible = job && request.visible.covers(job->id, job->owner);
    if (request.reserved && !isVisible)
        return reservedJobId(change.jobId); // does not reveal whether the job exists
    if (job)
        return isVisible ? std::nullopt : std::optional(unknownJob(job->id));
    if (change.jobId.isEmpty())
        return unknownJob(change.externalId);
    if (!mayNameJob(change.jobId))
        return invalidJobId();
    return request.visible.coversNew(change.jobId) ? std::nullopt
                                                   : std::optional(unknownJob(change.jobId));
}

} // namespace

Acceptor::Acceptor(StoreTables &tables, const Retention &retention, const Clock &clock)
    : m_tables(tables)
    , m_retention(retention)
    , m_clock(clock)
    , m_jobs(tables, clock)
    , m_deliveries(tables, m_jobs, retention, clock)
{ }

Written Acceptor::operator()(const CreateJob &request)
{
    if (!request.job.id.isEmpty()) {
        if (const Job *existing = m_tables.jobs.find(request.job.id))
            return createAgain(request, *existing);
    }
    Written written;
    Job job = freshJob(request.job, m_clock.wallMs());
    if (job.id.isEmpty())
        job.id = m_jobs.unusedJobId();
    if (!mayNameJob(job.id)) {
        written.receipts.push_back(invalidJobId());
        return written;
    }
    if (m_tables.jobs.isTaken(job.externalId, job.id)) {
        written.receipts.push_back(externalIdTaken());
        return written;
    }
    JobChange queued;
    queued.type = EventType::Queued;
    const EventId first = m_jobs.create(job, queued, request.fingerprint, written);
    written.receipts.push_back(accepted(first));
    if (const Job *created = m_tables.jobs.find(job.id)) {
        written.job = *created;
        written.job->labels = std::move(job.labels);
        written.job->extra = std::move(job.extra);
    }
    written.created = true;
    return written;
}

Written Acceptor::createAgain(const CreateJob &request, const Job &existing)
{
    Written written;
    const bool visible = request.visible.covers(existing.id, existing.owner);
    if (visible && m_tables.jobs.fingerprint(existing.id) == request.fingerprint) {
        written.receipts.push_back(duplicateOf(existing.lastEvent));
        written.job = m_tables.jobs.findWhole(request.job.id);
    } else {
        written.receipts.push_back(
            refused("job_exists", QStringLiteral("job %1 exists and was created with other values")
                                      .arg(fromUtf8(existing.id))));
    }
    return written;
}

Written Acceptor::operator()(const Publish &request)
{
    Written written;
    QByteArray jobId;
    written.receipts.push_back(publish(request, written, jobId));
    if (const Job *job = m_tables.jobs.find(jobId))
        written.job = *job;
    return written;
}

Written Acceptor::operator()(const PublishBatch &request)
{
    Written written;
    written.events.reserve(request.items.size());
    written.receipts.reserve(request.items.size());
    QByteArray jobId;
    for (const Publish &item : request.items)
        written.receipts.push_back(publish(item, written, jobId));
    return written;
}

const Job *Acceptor::jobOf(const Publish &request)
{
    const JobChange &change = request.change;
    if (!change.jobId.isEmpty())
        return m_tables.jobs.find(change.jobId);
    return m_tables.jobs.findByExternalId(change.externalId, [&](const Job &found) {
        return request.visible.covers(found.id, found.owner);
    });
}

Receipt Acceptor::publish(const Publish &request, Written &written, QByteArray &jobId)
{
    const JobChange &change = request.change;
    const Job *job = jobOf(request);
    if (const auto refused = refusalOf(request, job))
        return *refused;
    jobId = job ? job->id : change.jobId;
    const QByteArray &key = request.idempotencyKey;
    if (!key.isEmpty()) {
        if (const auto earlier = m_tables.keys.find(scopeOf(jobId), key, m_clock.wallMs()))
            return duplicateOf(earlier->event);
    }
    const bool isOver = job && isTerminal(job->status);
    const bool claims =
        !job || (isOver ? startsAttempt(*job, change) : change.externalId != job->externalId);
    if (claims && m_tables.jobs.isTaken(change.externalId, jobId))
        return externalIdTaken();
    EventId event;
    if (!job) {
        event = createByPublish(request, written);
    } else {
        const Changed changed = m_jobs.change(*job, change, written);
        if (const auto *ignored = std::get_if<Ignored>(&changed)) {
            Receipt receipt = receiptForPublish(*job, change, *ignored);
            if (receipt.error.code.isEmpty())
                remember(jobId, key, job->lastEvent);
            return receipt;
        }
        event = std::get<EventId>(changed);
    }
    remember(jobId, key, event);
    return accepted(event);
}

void Acceptor::remember(const QByteArray &jobId, const QByteArray &key, EventId event)
{
    if (!key.isEmpty()) {
        m_tables.keys.remember(scopeOf(jobId), key, {event, 0},
                               m_clock.wallMs() + m_retention.idempotencyAge.count());
    }
}

EventId Acceptor::createByPublish(const Publish &request, Written &written)
{
    Job job = newJob(request.change.jobId, request.change, m_clock.wallMs());
    job.owner = request.publisher;
    return m_jobs.create(job, request.change, {}, written);
}

Written Acceptor::operator()(const Deliver &request)
{
    return m_deliveries.accept(request);
}

Written Acceptor::operator()(const Notify &request)
{
    Written written;
    const Topic topic = Topic::user(request.user);
    const QByteArray scope = scopeOf(topic, request.publisher);
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

Written Acceptor::operator()(const Revocation &request)
{
    m_tables.revocations.add(request, m_clock.wallMs());
    return {};
}

} // namespace hub
