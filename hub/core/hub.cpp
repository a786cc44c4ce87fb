// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"

#include "hub/base/clock.h"
#include "hub/base/errorcode.h"
#include "hub/base/log.h"
#include "hub/base/printable.h"
#include "hub/base/utf8.h"
#include "hub/core/connectionjson.h"
#include "hub/core/controlframes.h"
#include "hub/core/lane.h"
#include "hub/json/jsonwriter.h"

#include <QPointer>

#include <algorithm>
#include <type_traits>

namespace hub {

namespace {

constexpr std::chrono::milliseconds refusedRetry{5000};

/// Identifies the caller of a stream. A client without a name of its own is known by address and
/// user agent.
StreamQuota::Caller callerOf(const StreamRequest &request)
{
    const bool named = !request.client.isEmpty();
    return {request.user, request.admin,
            named ? request.client : request.address + '\n' + request.userAgent.toUtf8(), named,
            request.proxied ? request.address : QByteArray()};
}

QByteArray streamName(const Subscriber &subscriber)
{
    switch (subscriber.subscription().scope) {
    case Scope::Notifications: return "notifications of " + subscriber.subscription().user;
    case Scope::Hub: return "the hub";
    default: break;
    }
    const QByteArrayList &jobs = subscriber.subscription().jobs;
    return jobs.isEmpty() ? QByteArray("all jobs") : "job " + jobs.join(", ");
}

QString notice(const Event &event, int subscribers)
{
    return QStringLiteral("notifying %1 subscribers of %2: %3")
        .arg(QString::number(subscribers), printable(event.topic.toString()),
             QString::fromLatin1(toString(event.type)));
}

} // namespace

Hub::Hub(Store &store, const Clock &clock, const Options &options)
    : m_store(store)
    , m_clock(clock)
    , m_options(options)
    , m_notices(clock, m_metrics)
    , m_commitSeconds(m_metrics.histogram(
          "hub_commit_seconds", "Seconds from the submission of a write to its commit on disk."))
    , m_drainingGauge(m_metrics.gauge("hub_draining", "1 while the hub is draining."))
    , m_loopLag(m_metrics.gauge("hub_loop_lag_seconds",
                                "Seconds by which the event loop's one-second timer was late."))
    , m_quota(clock, options.quota)
    , m_snapshotBudget(options.snapshotBudget)
    , m_streams(store, clock, m_metrics, options.streams)
    , m_startedMs(clock.steadyMs())
    , m_tickedMs(m_startedMs)
{
    m_metrics.gauge("hub_draining", "1 while the hub is draining.").set(0);
    connect(&m_streams, &Streams::opened, this, &Hub::handleOpened);
    connect(&m_streams, &Streams::closed, this, &Hub::handleClosed);
    connect(&m_second, &QTimer::timeout, this, &Hub::tick);
    m_second.setTimerType(Qt::CoarseTimer);
    m_second.start(std::chrono::seconds{1});
}

Hub::~Hub() = default;

void Hub::configure(const Options &options)
{
    m_options = options;
    m_quota.configure(options.quota);
    m_snapshotBudget.setLimits(options.snapshotBudget);
    m_streams.configure(options.streams);
}

void Hub::create(CreateJob request, Store::Answer<Created> answer, const QByteArray &lane)
{
    m_store.create(std::move(request), publishFirst(std::move(answer), lane), lane);
}

void Hub::publish(Publish request, Store::Answer<Published> answer, const QByteArray &lane)
{
    m_store.publish(std::move(request), publishFirst(std::move(answer), lane), lane);
}

void Hub::publishBatch(std::vector<Publish> items, Store::Answer<PublishedBatch> answer,
                       const QByteArray &lane)
{
    m_store.publishBatch(std::move(items), publishFirst(std::move(answer), lane), lane);
}

void Hub::deliver(Deliver request, Store::Answer<Delivered> answer, const QByteArray &lane)
{
    m_store.deliver(std::move(request), publishFirst(std::move(answer), lane), lane);
}

void Hub::notify(Notify request, Store::Answer<Notified> answer, const QByteArray &lane)
{
    m_store.notify(std::move(request), publishFirst(std::move(answer), lane), lane);
}

void Hub::revoke(const Revocation &request, Store::Answer<void> answer, const QByteArray &lane)
{
    m_store.revoke(request, publishFirst(std::move(answer), lane), lane);
}

/// Returns an answer for the store that publishes the events of the write, then calls `answer`.
template<typename T>
Store::Answer<T> Hub::publishFirst(Store::Answer<T> answer, const QByteArray &lane)
{
    return [self = QPointer(this), answer = std::move(answer), submittedMs = m_clock.steadyMs(),
            lane](Result<T> result) {
        if (!self)
            return;
        self->noteWrite(result.ok() ? nullptr : &result.error(), submittedMs, lane);
        if constexpr (!std::is_void_v<T>) {
            if (result) {
                for (const Event &event : result->events)
                    self->publishAccepted(event);
            }
        }
        answer(std::move(result));
    };
}

/// Counts and logs how a write ended. `error` is null when it succeeded. A write that the store
/// executed and refused was committed like the others.
void Hub::noteWrite(const Error *error, qint64 submittedMs, const QByteArray &lane)
{
    if (error && error->code == errorcode::storeBusy) {
        m_notices.reached("store_queue",
                          QStringLiteral("a write from %1 was refused").arg(fromUtf8(lane)));
    } else if (error && error->code == errorcode::storeUnavailable) {
        qCWarning(lcStore, "write refused: %s", qUtf8Printable(error->message));
    } else {
        m_commitSeconds.observe(std::chrono::milliseconds(m_clock.steadyMs() - submittedMs));
    }
}

void Hub::publishAccepted(const Event &event)
{
    countAccepted(event);
    const int subscribers = m_streams.publish(event);
    if (subscribers == 0)
        return;
    const bool frequent = event.type == EventType::Progress || event.type == EventType::Log;
    if (!frequent)
        qCInfo(lcHub).noquote() << notice(event, subscribers);
    else
        qCDebug(lcHub).noquote() << notice(event, subscribers); // formatted only when enabled
}

void Hub::countAccepted(const Event &event)
{
    m_stats.countAccepted();
    Counter *&counter =
        m_acceptedBy[static_cast<std::size_t>(event.kind)][static_cast<std::size_t>(event.type)];
    if (!counter)
        counter = &m_metrics.counter(
            "hub_events_published_total", "Events accepted, by job kind and type.",
            "kind=\"" + toString(event.kind) + "\",type=\"" + toString(event.type) + '"');
    counter->add();
}

void Hub::open(StreamRequest request, Admission admission)
{
    if (isTooMuch(request, admission))
        return;
    Opening opening{std::move(request), std::move(admission)};
    if (opening.request.subscription.scope == Scope::Hub)
        return begin(std::move(opening), {}, nullptr);
    if (opening.request.cursor.isEmpty())
        return openFresh(std::move(opening));
    const StreamRequest asked = opening.request;
    askStore(asked, [self = QPointer(this),
                     opening = std::move(opening)](const Result<StreamStart> &start) mutable {
        std::shared_ptr<SharedSnapshot> own;
        if (self)
            self->answer(std::move(opening), start, own);
    });
}

/// Opens a stream without a cursor. It uses the snapshot of another stream of its subscription, or
/// one that was already requested.
void Hub::openFresh(Opening opening)
{
    const Subscription subscription = opening.request.subscription;
    if (const auto snapshot = m_streams.snapshotFor(subscription)) {
        StreamStart start = snapshot->start();
        // The shared snapshot may follow the gap of another stream.
        start.resume = StreamStart::Resume::Live;
        return begin(std::move(opening), start, snapshot);
    }
    std::vector<Opening> &waiting = m_fresh[subscription];
    waiting.push_back(std::move(opening));
    if (waiting.size() > 1)
        return;
    askStore(waiting.front().request,
             [self = QPointer(this), subscription](const Result<StreamStart> &start) {
                 if (self)
                     self->answerFresh(subscription, start);
             });
}

void Hub::askStore(const StreamRequest &request, Store::Answer<StreamStart> answer)
{
    m_store.openStream(request.subscription, request.cursor, m_options.snapshot, std::move(answer),
                       laneOf(request.user, request.address));
}

void Hub::answerFresh(const Subscription &subscription, const Result<StreamStart> &start)
{
    std::shared_ptr<SharedSnapshot> shared; // made for the first stream, kept until all have begun
    for (Opening &opening : m_fresh.take(subscription))
        answer(std::move(opening), start, shared);
}

/// Opens or refuses a stream. Sets `shared` when `start` has a snapshot and `shared` is null.
void Hub::answer(Opening opening, const Result<StreamStart> &start,
                 std::shared_ptr<SharedSnapshot> &shared)
{
    if (!start) {
        qCWarning(lcHub, "a stream could not be opened: %s", qUtf8Printable(start.error().message));
        return refuse(opening.request, opening.admission, start.error().code, refusedRetry);
    }
    if (start->snapshot && !shared) {
        shared = share(*start, opening.request);
        if (!shared)
            return refuse(opening.request, opening.admission, "snapshots", refusedRetry);
    }
    begin(std::move(opening), *start, shared);
}

/// Returns null when the snapshot does not fit into the budget.
std::shared_ptr<SharedSnapshot> Hub::share(const StreamStart &start, const StreamRequest &request)
{
    const QByteArray owner = laneOf(request.user, request.address);
    // A snapshot of one large job may exceed the share. Capped, it fits when no other snapshot is
    // held.
    const qint64 bytes = std::min(start.snapshot->bytes(), m_options.snapshotBudget.perOwner);
    auto hold = m_snapshotBudget.take(owner, bytes);
    if (hold)
        return std::make_shared<SharedSnapshot>(start, std::move(*hold));
    m_notices.reached("snapshot_budget_bytes",
                      QStringLiteral("a stream of %1 was refused: unread snapshots hold %2 bytes")
                          .arg(printable(owner))
                          .arg(m_snapshotBudget.used()));
    return nullptr;
}

void Hub::begin(Opening opening, const StreamStart &start,
                const std::shared_ptr<SharedSnapshot> &snapshot)
{
    using Resume = StreamStart::Resume;
    const char *outcomes[] = {"live", "replayed", "gap", "ended"};
    m_metrics
        .counter("sse_replay_total", "Streams opened, by how they resumed.",
                 QByteArray("outcome=\"") + outcomes[static_cast<int>(start.resume)] + '"')
        .add();
    if (start.resume == Resume::Ended)
        return opening.admission.ended();
    if (m_draining)
        return refuse(opening.request, opening.admission, "draining", m_streams.drainRetry());
    if (std::unique_ptr<StreamSink> sink = opening.admission.accept())
        m_streams.open(std::move(opening.request), std::move(sink), start, snapshot);
}

/// Returns whether the user's limits forbid the stream. If so, the request has been answered.
bool Hub::isTooMuch(const StreamRequest &request, const Admission &admission)
{
    const StreamQuota::Decision decision = m_quota.start(callerOf(request), request.resumes);
    if (decision.outcome == StreamQuota::Outcome::Admitted)
        return false;
    m_metrics
        .counter("hub_rate_limited_total",
                 "Requests refused because a limit was reached, by limit.",
                 "bucket=\"" + decision.bucket + '"')
        .add();
    if (decision.outcome == StreamQuota::Outcome::Refused)
        refuse(request, admission, decision.bucket, decision.wait);
    else
        admission.ended();
    return true;
}

/// Refuses with a stream that says when to reconnect: a 503 would end an EventSource for good.
void Hub::refuse(const StreamRequest &request, const Admission &admission, const QByteArray &bucket,
                 std::chrono::milliseconds retry)
{
    qCInfo(lcHub).noquote() << QStringLiteral("SSE client refused: %1 (%2, retry in %3 s)")
                                   .arg(QString::fromLatin1(bucket), request.remote)
                                   .arg(static_cast<double>(retry.count()) / 1000.0, 0, 'f', 1);
    if (std::unique_ptr<StreamSink> sink = admission.accept()) {
        QByteArray frame = control::refused(bucket, retry);
        if (request.compressed) {
            PackedStream packed;
            frame = packed.pack(frame);
            frame += packed.end();
        }
        sink->write({&frame, 1});
        sink->close();
    }
}

int Hub::kick(qint64 id)
{
    return m_streams.closeStream(id, CloseReason::Kicked) ? 1 : 0;
}

int Hub::closeStreamsIf(CloseReason reason, const std::function<bool(const Subscriber &)> &isMeant)
{
    return m_streams.closeStreamsIf(reason, isMeant);
}

void Hub::announce(const QByteArray &event, const QByteArray &json)
{
    m_streams.publishHub(event, json, false);
}

void Hub::drain()
{
    m_draining = true;
    m_drainingGauge.set(1);
    m_streams.drain(m_options.drainSpread);
}

std::chrono::seconds Hub::uptime() const
{
    const std::chrono::milliseconds running(m_clock.steadyMs() - m_startedMs);
    return std::chrono::floor<std::chrono::seconds>(running);
}

void Hub::handleOpened(const Subscriber &subscriber)
{
    const StreamRequest &request = subscriber.request();
    qCInfo(lcHub).noquote() << QStringLiteral("SSE client connected for %1 (stream %2, %3, %4)")
                                   .arg(printable(streamName(subscriber)))
                                   .arg(subscriber.id())
                                   .arg(request.remote, request.userAgent);
    announce("hub.connection.opened", toJson(subscriber));
    for (const qint64 id : m_quota.opened(subscriber.id(), callerOf(request)))
        m_streams.closeStream(id, CloseReason::Evicted);
}

void Hub::handleClosed(const Subscriber &subscriber, CloseReason reason)
{
    qCInfo(lcHub).noquote()
        << QStringLiteral("SSE client disconnected for %1 (stream %2, %3, %4 s, %5 events)")
               .arg(printable(streamName(subscriber)))
               .arg(subscriber.id())
               .arg(QString::fromLatin1(toString(reason)))
               .arg(std::chrono::duration<double>(subscriber.age()).count(), 0, 'f', 1)
               .arg(subscriber.eventsSent());
    announce("hub.connection.closed", closedJson(subscriber, reason));
    m_quota.closed(subscriber.id(), callerOf(subscriber.request()));
    if (reason == CloseReason::Evicted)
        m_quota.evicted(callerOf(subscriber.request()));
}

void Hub::tick()
{
    const qint64 now = m_clock.steadyMs();
    m_loopLag.set(std::max(0.0, static_cast<double>(now - m_tickedMs - 1000) / 1000.0));
    m_tickedMs = now;
    m_streams.tick();
    m_quota.tick();
    const QByteArray stats =
        m_stats.next(m_streams.figures(), uptime(), {m_store.status().healthy, m_draining});
    m_streams.publishHub("hub.stats", stats, true);
}

} // namespace hub
