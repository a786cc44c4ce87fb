// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/acceptor/acceptor.h"

#include "hub/acceptor/jobname.h"
#include "hub/acceptor/refusals.h"
#include "hub/base/clock.h"
#include "hub/tables/storetables.h"

namespace hub {

namespace {

/// Answers a publish that changed nothing. A change to a job that has ended is refused with
/// `illegal_transition`. A change that is only late is reported as ignored.
Result<Receipt> receiptForPublish(const Job &job, const JobChange &change, Ignored reason)
{
    // A webhook may report the provider's id before the publisher does. The publisher's `queued`
    // with the same id is no error then.
    const bool isKnown = change.type == EventType::Queued && !change.externalId.isEmpty()
                         && change.externalId == job.externalId;
    if (reason == Ignored::Terminal && !isKnown)
        return illegalTransition(job, change);
    if (reason == Ignored::Duplicate)
        return Receipt{job.lastEvent, true};
    return Receipt{{}, false, reason};
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
std::optional<Error> refusalOf(const Publish &request, const Job *job)
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

Result<Created> Acceptor::create(const CreateJob &request)
{
    if (!request.job.id.isEmpty()) {
        if (const Job *existing = m_tables.jobs.find(request.job.id))
            return createAgain(request, *existing);
    }
    Job job = freshJob(request.job, m_clock.wallMs());
    if (job.id.isEmpty())
        job.id = m_jobs.unusedJobId();
    if (!mayNameJob(job.id))
        return invalidJobId();
    if (m_tables.jobs.isTaken(job.externalId, job.id))
        return externalIdTaken();
    JobChange queued;
    queued.type = EventType::Queued;
    Created created;
    created.isNew = true;
    m_jobs.create(job, queued, request.fingerprint, created.events);
    if (const Job *stored = m_tables.jobs.find(job.id)) {
        created.job = *stored;
        created.job.labels = std::move(job.labels);
        created.job.extra = std::move(job.extra);
    }
    return created;
}

Result<Created> Acceptor::createAgain(const CreateJob &request, const Job &existing)
{
    const bool visible = request.visible.covers(existing.id, existing.owner);
    if (!visible || m_tables.jobs.fingerprint(existing.id) != request.fingerprint)
        return jobExists(existing);
    Created created;
    if (auto job = m_tables.jobs.findWhole(request.job.id))
        created.job = std::move(*job);
    return created;
}

Result<Published> Acceptor::publish(const Publish &request)
{
    Published published;
    Result<Receipt> receipt = apply(request, published.events);
    if (!receipt)
        return receipt.error();
    published.receipt = *receipt;
    return published;
}

PublishedBatch Acceptor::publishBatch(const std::vector<Publish> &items)
{
    PublishedBatch published;
    published.events.reserve(items.size());
    published.receipts.reserve(items.size());
    for (const Publish &item : items)
        published.receipts.push_back(apply(item, published.events));
    return published;
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

Result<Receipt> Acceptor::apply(const Publish &request, Events &events)
{
    const JobChange &change = request.change;
    const Job *job = jobOf(request);
    if (const auto refusal = refusalOf(request, job))
        return *refusal;
    const QByteArray jobId = job ? job->id : change.jobId;
    const QByteArray &key = request.idempotencyKey;
    if (!key.isEmpty()) {
        if (const auto earlier = m_tables.keys.find(scopeOf(jobId), key, m_clock.wallMs()))
            return Receipt{earlier->event, true};
    }
    const bool isOver = job && isTerminal(job->status);
    const bool claims =
        !job || (isOver ? startsAttempt(*job, change) : change.externalId != job->externalId);
    if (claims && m_tables.jobs.isTaken(change.externalId, jobId))
        return externalIdTaken();
    if (job)
        return changeJob(*job, request, events);
    const EventId event = createByPublish(request, events);
    remember(jobId, key, event);
    return Receipt{event};
}

Result<Receipt> Acceptor::changeJob(const Job &job, const Publish &request, Events &events)
{
    const QByteArray jobId = job.id; // the change may replace `job`
    const Changed changed = m_jobs.change(job, request.change, events);
    if (const auto *event = std::get_if<EventId>(&changed)) {
        remember(jobId, request.idempotencyKey, *event);
        return Receipt{*event};
    }
    Result<Receipt> receipt = receiptForPublish(job, request.change, std::get<Ignored>(changed));
    if (receipt)
        remember(jobId, request.idempotencyKey, job.lastEvent);
    return receipt;
}

void Acceptor::remember(const QByteArray &jobId, const QByteArray &key, EventId event)
{
    if (!key.isEmpty()) {
        m_tables.keys.remember(scopeOf(jobId), key, {event, 0},
                               m_clock.wallMs() + m_retention.idempotencyAge.count());
    }
}

EventId Acceptor::createByPublish(const Publish &request, Events &events)
{
    Job job = newJob(request.change.jobId, request.change, m_clock.wallMs());
    job.owner = request.publisher;
    return m_jobs.create(job, request.change, {}, events);
}

Delivered Acceptor::deliver(const Deliver &request)
{
    return m_deliveries.accept(request);
}

Notified Acceptor::notify(const Notify &request)
{
    const Topic topic = Topic::user(request.user);
    const QByteArray scope = scopeOf(topic, request.publisher);
    const qint64 nowMs = m_clock.wallMs();
    if (const auto earlier = m_tables.keys.find(scope, request.idempotencyKey, nowMs))
        return {{}, {earlier->event, true}};
    Event event;
    event.topic = topic;
    event.type = EventType::Notification;
    event.owner = request.user;
    event.data = request.data;
    Notified notified;
    const EventId id = m_jobs.append(std::move(event), notified.events);
    m_tables.keys.remember(scope, request.idempotencyKey, {id, 0},
                           nowMs + m_retention.idempotencyAge.count());
    notified.receipt.event = id;
    return notified;
}

Result<void> Acceptor::revoke(const Revocation &request)
{
    m_tables.revocations.add(request, m_clock.wallMs());
    return {};
}

} // namespace hub
