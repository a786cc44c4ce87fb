// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/jobsubscriptions.h"

#include "hub/base/errorcode.h"
#include "hub/base/log.h"
#include "hub/json/jsondocument.h"
#include "hub/wire/topic.h"
#include "ui/client/httprequest.h"

using namespace std::chrono_literals;

namespace ui {

namespace {

/// Above these limits the stream asks for all jobs, and handleEvent() ignores the others. A hub
/// accepts 16 KiB of request headers and 1000 jobs.
constexpr qsizetype maxQueryBytes = 8 * 1024;
constexpr qsizetype maxQueryJobs = 1000;
constexpr std::chrono::seconds readAgainAfter{2};

QByteArray queryFor(const QSet<QByteArray> &jobs)
{
    if (jobs.size() > maxQueryJobs)
        return {};
    QByteArrayList parts;
    for (const QByteArray &job : jobs)
        parts << "job=" + job.toPercentEncoding();
    std::sort(parts.begin(), parts.end());
    const QByteArray query = parts.join('&');
    return query.size() <= maxQueryBytes ? query : QByteArray();
}

} // namespace

JobSubscriptions::JobSubscriptions(QNetworkAccessManager *network, const QUrl &hub,
                                   const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_api(network, hub, clock)
    , m_stream(network, clock)
    , m_update(clock)
{
    connect(&m_update, &hub::ClockTimer::timedOut, this, &JobSubscriptions::update);
    connect(&m_stream, &HubStream::statusChanged, this, &JobSubscriptions::handleStatus);
    connect(&m_stream, &HubStream::helloReceived, this, &JobSubscriptions::handleHello);
    connect(&m_stream, &HubStream::snapshotReceived, this, &JobSubscriptions::handleSnapshot);
    connect(&m_stream, &HubStream::jobEventReceived, this, &JobSubscriptions::handleEvent);
}

JobSubscriptions::~JobSubscriptions() = default;

void JobSubscriptions::Handle::unsubscribe()
{
    if (JobSubscriptions *owner = m_owner)
        owner->remove(m_number);
    m_owner.clear();
}

JobSubscriptions::Handle JobSubscriptions::subscribe(const QByteArray &jobId, JobHandlers handlers)
{
    if (!hub::isValidId(jobId)) {
        qCWarning(hub::lcClient) << "not subscribed: invalid job id:" << jobId;
        return {};
    }
    m_entries.emplace(++m_lastNumber, Entry{jobId, std::move(handlers), {}});
    m_pending.insert(jobId);
    m_update.start(0ms);
    return {this, m_lastNumber};
}

void JobSubscriptions::remove(qint64 number)
{
    if (m_entries.erase(number) > 0)
        m_update.start(0ms);
}

QSet<QByteArray> JobSubscriptions::wantedJobs() const
{
    QSet<QByteArray> jobs;
    for (const auto &[number, entry] : m_entries)
        jobs.insert(entry.jobId);
    return jobs;
}

void JobSubscriptions::update()
{
    const QSet<QByteArray> wanted = wantedJobs();
    m_pending.intersect(wanted);
    if (wanted.isEmpty()) {
        m_streamed.clear();
        m_stream.stop();
        m_stream.forget();
        return;
    }
    m_stream.setUrl(hubUrl(m_hub, "/api/v1/events", queryFor(wanted)));
    if (m_streamed.contains(wanted)) {
        if (m_stream.status().state == LinkState::Live)
            readPending();
        return; // the next connection leaves out the jobs no longer wanted
    }
    m_streamed = wanted;
    m_stream.start();
}

void JobSubscriptions::readPending()
{
    for (const QByteArray &jobId : std::exchange(m_pending, {})) {
        m_api.job(jobId, this, [this, jobId](const hub::Result<hub::Job> &job) {
            if (job)
                return handleState(*job);
            if (job.error().code == hub::errorcode::unknownJob || job.error().code == "http_404")
                return; // the job does not exist yet; its first event will arrive
            m_pending.insert(jobId);
            m_update.start(readAgainAfter);
        });
    }
}

void JobSubscriptions::handleStatus(const LinkStatus &status)
{
    if (status.state == LinkState::Live)
        m_toldLoss = false;
    const bool lost = status.state != LinkState::Live && status.state != LinkState::Connecting
                      && status.state != LinkState::Stopped;
    if (!lost || std::exchange(m_toldLoss, true))
        return;
    QList<qint64> numbers;
    for (const auto &[number, entry] : m_entries)
        numbers << number;
    const QPointer<JobSubscriptions> self(this);
    const LinkStatus copy = status;
    for (qint64 number : std::as_const(numbers)) {
        if (!self)
            return; // an earlier handler destroyed the object
        const auto it = m_entries.find(number);
        if (it == m_entries.end())
            continue; // an earlier handler unsubscribed this one
        if (const auto onDisconnect = it->second.handlers.onDisconnect)
            onDisconnect(copy);
    }
}

void JobSubscriptions::handleHello(const HubHello &hello)
{
    m_wasLive = true;
    // In the other cases a snapshot of all subscribed jobs follows.
    if (hello.resumed == "replayed")
        readPending();
}

void JobSubscriptions::handleSnapshot(const HubSnapshot &snapshot)
{
    const QPointer<JobSubscriptions> self(this);
    if (!snapshot.truncated)
        m_pending.subtract(m_streamed);
    for (const hub::Job &job : snapshot.jobs) {
        handleState(job);
        if (!self)
            return;
        m_pending.remove(job.id);
    }
    if (!m_pending.isEmpty())
        readPending();
}

void JobSubscriptions::handleState(const hub::Job &job)
{
    const QByteArray epoch = m_stream.epoch();
    const QByteArray text = hub::toJson(job, epoch);
    auto delta = hub::parseJobDelta(job.lastEvent, hub::eventTypeOf(job.status), text);
    if (delta)
        handleEvent({hub::Cursor{epoch, job.lastEvent}.toWire(), std::move(*delta), text});
}

void JobSubscriptions::handleEvent(const JobEvent &event)
{
    const auto cursor = hub::Cursor::parse(event.id);
    if (!cursor)
        return;
    QList<qint64> numbers;
    for (const auto &[number, entry] : m_entries) {
        if (entry.jobId == event.delta.jobId && entry.last < cursor->id)
            numbers << number;
    }
    const QPointer<JobSubscriptions> self(this);
    for (qint64 number : std::as_const(numbers)) {
        if (self)
            deliver(number, event, cursor->id);
    }
}

void JobSubscriptions::deliver(qint64 number, const JobEvent &event, hub::EventId id)
{
    const auto it = m_entries.find(number);
    if (it == m_entries.end())
        return;
    it->second.last = id;
    // A copy, because a handler may end its own subscription.
    const JobHandlers handlers = it->second.handlers;
    if (!hub::isTerminal(event.delta.type)) {
        if (handlers.onProgress)
            handlers.onProgress(event);
        return;
    }
    remove(number);
    if (event.delta.type == hub::EventType::Completed) {
        if (handlers.onCompleted)
            handlers.onCompleted(event);
    } else if (handlers.onFailed) {
        handlers.onFailed(*hub::statusOf(event.delta.type), event);
    }
}

} // namespace ui
