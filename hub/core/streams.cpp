// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/streams.h"

#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/core/lane.h"
#include "hub/wire/sseframe.h"

#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>

namespace hub {

namespace {

/// Limits of the log of hub events. A stream that falls behind them loses the oldest.
constexpr EventLog::Limits hubLogLimits{4 * 1024 * 1024, 4096};
/// Most bytes of a shared segment. A larger one saves few system calls. A smaller one bounds the
/// memory held when many streams stop within different segments.
constexpr qint64 segmentBytes = 64 * 1024;
/// Events of one page of history. More would let commits wait for the read.
constexpr int pageEvents = 500;
/// Pages read at the same time. More readers wait, which limits memory and the length of a turn.
constexpr int mostReads = 16;
/// With more events than this since a shared snapshot, a stream gets its own.
constexpr quint64 mostEventsSinceSnapshot = 1'000;
/// `retry:` of a client that was kicked or whose token was revoked.
constexpr std::chrono::milliseconds sentAwayRetry{3'600'000};
/// `retry:` of an evicted client. It is shorter than the time for which StreamQuota answers
/// SentAway, so an EventSource that still reconnects is ended.
constexpr std::chrono::milliseconds evictedRetry{300'000};
/// How often the drain closes the streams that are due.
constexpr std::chrono::milliseconds drainStep{20};
/// After a drain, 200 clients reconnect each second; more if they need longer than the spread.
constexpr std::chrono::milliseconds returnPace{5};
constexpr std::chrono::milliseconds shortestReturn{1000};

} // namespace

Streams::Streams(Store &store, const Clock &clock, Metrics &metrics, const Options &options)
    : m_store(store)
    , m_clock(clock)
    , m_options(options)
    , m_figures(metrics)
    , m_log(store.openedAt(), options.log)
    , m_hubLog({}, hubLogLimits)
    , m_context{m_log, m_figures, clock, store.epoch(), options.retry, options.gatherBytes}
    , m_hubContext{m_hubLog, m_figures, clock, store.epoch(), options.retry, options.gatherBytes}
{
    connect(&m_drain.timer, &QTimer::timeout, this, &Streams::closeDrained);
}

Streams::~Streams() = default;

void Streams::configure(const Options &options)
{
    m_options = options;
    m_log.setLimits(options.log);
    for (StreamContext *context : {&m_context, &m_hubContext}) {
        context->retry = options.retry;
        context->gatherBytes = options.gatherBytes;
    }
}

int Streams::publish(Event event)
{
    const bool conflating = conflates(event);
    const EventId before = m_log.head();
    LogEntry entry = encodeEntry(std::move(event), m_context.epoch, m_clock.steadyMs());
    const quint64 position = m_log.append(std::move(entry), conflating);
    return mark(m_log.at(position).event, position, before);
}

void Streams::publishHub(const QByteArray &name, const QByteArray &json, bool conflating)
{
    if (!hubIsWatched())
        return;
    LogEntry entry;
    entry.event.topic = Topic::hub();
    entry.event.type = EventType::Notification;
    entry.frame = encode(SseFrame{{}, name, json, {}}).value_or(QByteArray());
    entry.committedMs = m_clock.steadyMs();
    const quint64 position = m_hubLog.append(std::move(entry), conflating);
    mark(m_hubLog.at(position).event, position, {});
}

bool Streams::hubIsWatched() const
{
    return m_figures.activeOf(Scope::Hub) > 0;
}

int Streams::mark(const Event &event, quint64 position, EventId before)
{
    std::size_t subscribers = 0;
    m_feeds.forEach(event.topic, [&](Feed &feed) {
        if (!feed.subscription().matches(event))
            return;
        subscribers += feed.members().size();
        if (feed.mark(position, before))
            m_marked.push_back(feed.shared_from_this());
    });
    if (!m_marked.empty())
        scheduleTurn();
    return static_cast<int>(subscribers);
}

std::shared_ptr<SharedSnapshot> Streams::snapshotFor(const Subscription &subscription) const
{
    const std::shared_ptr<Feed> feed = m_feeds.find(subscription);
    std::shared_ptr<SharedSnapshot> snapshot = feed ? feed->snapshot() : nullptr;
    if (!snapshot || snapshot->start().resumeAfter < m_log.floor())
        return nullptr;
    const quint64 since = m_log.end() - m_log.positionAfter(snapshot->start().resumeAfter);
    return since <= mostEventsSinceSnapshot ? snapshot : nullptr;
}

void Streams::open(StreamRequest request, std::unique_ptr<StreamSink> sink,
                   const StreamStart &start, const std::shared_ptr<SharedSnapshot> &snapshot)
{
    const qint64 id = ++m_lastId;
    const bool ofHub = request.subscription.scope == Scope::Hub;
    const auto heartbeat = request.heartbeat;
    Subscriber::Host &host = *this; // the base is private: make_unique could not convert
    auto owned = std::make_unique<Subscriber>(id, std::move(request), std::move(sink),
                                              ofHub ? m_hubContext : m_context, host);
    Subscriber &subscriber = *owned;
    m_subscribers.emplace(id, std::move(owned));
    auto feed = m_feeds.join(&subscriber, subscriber.subscription(), ofHub ? m_hubLog : m_log,
                             std::min(segmentBytes, m_options.gatherBytes));
    if (snapshot)
        feed->setSnapshot(snapshot);
    m_wheel.add(id, heartbeat);
    m_figures.opened(subscriber.subscription().scope);
    emit opened(subscriber);
    subscriber.start(std::move(feed), start, snapshot);
}

void Streams::tick()
{
    m_wheel.tick([this](qint64 id) {
        Subscriber *subscriber = find(id);
        if (subscriber)
            subscriber->beat();
        return subscriber != nullptr;
    });
    qint64 lag = 0;
    std::vector<Subscriber *> all;
    all.reserve(m_subscribers.size());
    for (const auto &[id, subscriber] : m_subscribers)
        all.push_back(subscriber.get()); // checkProgress() may end some
    for (Subscriber *subscriber : all) {
        subscriber->checkToken();
        subscriber->checkProgress(m_options.writeDeadline);
        lag = std::max(lag, subscriber->lagEvents());
    }
    m_figures.lagMax.set(static_cast<double>(lag));
}

void Streams::drain(std::chrono::milliseconds spread)
{
    m_drain.spread = spread;
    m_drain.returns =
        std::min(spread, shortestReturn + returnPace * static_cast<int>(m_subscribers.size()));
    m_drain.startedMs = m_clock.steadyMs();
    m_drain.moments.clear();
    std::vector<qint64> ids;
    for (const auto &[id, subscriber] : m_subscribers)
        ids.push_back(id);
    auto &chance = *QRandomGenerator::global();
    std::shuffle(ids.begin(), ids.end(), chance);
    // Each stream gets a random moment in its own equal part of the time, so that they leave
    // evenly.
    const double part = static_cast<double>(spread.count()) / static_cast<double>(ids.size());
    for (std::size_t i = ids.size(); i-- > 0;) {
        const double moment = part * (static_cast<double>(i) + chance.generateDouble());
        m_drain.moments.emplace_back(m_drain.startedMs + static_cast<qint64>(moment), ids[i]);
    }
    m_drain.timer.start(drainStep);
    closeDrained();
}

void Streams::closeDrained()
{
    const qint64 now = m_clock.steadyMs();
    auto &moments = m_drain.moments;
    while (!moments.empty() && moments.back().first <= now) {
        if (Subscriber *subscriber = find(moments.back().second))
            subscriber->close(CloseReason::Drain, true, drainRetry());
        moments.pop_back();
    }
    if (moments.empty())
        m_drain.timer.stop();
}

std::chrono::milliseconds Streams::drainRetry() const
{
    using std::chrono::milliseconds;
    const milliseconds gone(m_clock.steadyMs() - m_drain.startedMs);
    const milliseconds left = std::max(milliseconds{0}, m_drain.spread - gone);
    const milliseconds drawn(
        QRandomGenerator::global()->bounded(qint64{m_drain.returns.count()} + 1));
    return m_options.retry + left + drawn;
}

bool Streams::closeStream(qint64 id, CloseReason reason)
{
    Subscriber *subscriber = find(id);
    if (subscriber)
        subscriber->close(reason, false,
                          reason == CloseReason::Evicted ? evictedRetry : sentAwayRetry);
    return subscriber != nullptr;
}

int Streams::closeStreamsIf(CloseReason reason,
                            const std::function<bool(const Subscriber &)> &isMeant)
{
    std::vector<qint64> chosen;
    forEach([&](const Subscriber &subscriber) {
        if (isMeant(subscriber))
            chosen.push_back(subscriber.id());
    });
    for (const qint64 id : chosen)
        closeStream(id, reason);
    return static_cast<int>(chosen.size());
}

void Streams::readStore(Subscriber &subscriber)
{
    m_readers.push_back(subscriber.id());
    startReads();
}

void Streams::startReads()
{
    while (m_reads < mostReads && !m_readers.empty()) {
        const Subscriber *reader = find(m_readers.front());
        m_readers.pop_front();
        if (!reader)
            continue;
        ++m_reads;
        m_store.eventsAfter(
            reader->subscription(), reader->cursor(), pageEvents,
            [self = QPointer(this), id = reader->id()](const Result<EventPage> &page) {
                if (self)
                    self->handlePage(id, page);
            },
            laneOf(reader->request().user, reader->request().address));
    }
}

void Streams::handlePage(qint64 id, const Result<EventPage> &page)
{
    --m_reads;
    if (Subscriber *reader = find(id))
        reader->handlePage(page);
    startReads();
}

void Streams::pumpLater(Subscriber &subscriber)
{
    m_due.push_back(subscriber.id());
    scheduleTurn();
}

void Streams::ended(Subscriber &subscriber, CloseReason reason)
{
    const auto found = m_subscribers.find(subscriber.id());
    Q_ASSERT(found != m_subscribers.end());
    m_over.push_back(std::move(found->second));
    m_subscribers.erase(found);
    m_feeds.leave(&subscriber, subscriber.feed());
    m_figures.closed(subscriber.subscription().scope, reason, subscriber.age());
    emit closed(subscriber, reason);
    scheduleTurn();
}

void Streams::scheduleTurn()
{
    if (m_turnScheduled)
        return;
    m_turnScheduled = true;
    QMetaObject::invokeMethod(this, &Streams::endTurn, Qt::QueuedConnection);
}

void Streams::endTurn()
{
    m_turnScheduled = false;
    for (const auto &feed : std::exchange(m_marked, {}))
        serve(*feed);
    const std::vector<qint64> due = std::exchange(m_due, {});
    for (const qint64 id : due)
        if (Subscriber *subscriber = find(id))
            subscriber->pump();
    for (const qint64 id : due) // after the loop: members of one feed may share
        if (const Subscriber *subscriber = find(id))
            subscriber->feed().dropSegments();
    m_over.clear();
}

void Streams::serve(Feed &feed)
{
    const Feed::Mark mark = feed.takeMark();
    // A copy, because members may end in wake(). They stay alive until the end of the turn.
    const std::vector<Subscriber *> members = feed.members();
    for (Subscriber *subscriber : members)
        subscriber->wake(mark);
    feed.dropSegments();
}

Subscriber *Streams::find(qint64 id) const
{
    const auto found = m_subscribers.find(id);
    return found == m_subscribers.end() ? nullptr : found->second.get();
}

} // namespace hub
