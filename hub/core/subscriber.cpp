// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/subscriber.h"

#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/core/controlframes.h"

#include <QSet>

namespace hub {

namespace {

/// Gathered writes in one turn before others get theirs.
constexpr int writesPerTurn = 4;

} // namespace

Subscriber::Subscriber(qint64 id, StreamRequest request, std::unique_ptr<StreamSink> sink,
                       const StreamContext &context, Host &host)
    : m_id(id)
    , m_request(std::move(request))
    , m_sink(std::move(sink))
    , m_context(context)
    , m_host(host)
    , m_openedMs(context.clock.wallMs())
    , m_openedSteadyMs(context.clock.steadyMs())
    , m_takenSteadyMs(m_openedSteadyMs)
{
    m_sink->setOwner(this);
}

double Subscriber::ageSeconds() const
{
    return static_cast<double>(m_context.clock.steadyMs() - m_openedSteadyMs) / 1000.0;
}

qint64 Subscriber::lagEvents() const
{
    if (m_mode == Mode::Starting || m_mode == Mode::Ended || (m_mode == Mode::Live && m_caughtUp))
        return 0;
    // Whoever reads from the store is at least as far back as the ring reaches.
    const quint64 from = m_mode == Mode::Live ? m_position : m_context.log.first();
    return static_cast<qint64>(m_context.log.end() - from);
}

void Subscriber::start(const StreamStart &start)
{
    std::vector<QByteArray> frames{
        control::hello({m_context.epoch, m_request.heartbeat, m_context.retry}, start)};
    if (start.resume == StreamStart::Resume::Gap)
        frames.push_back(control::gap(m_request.cursor, m_context.epoch, start));
    if (start.withSnapshot) {
        frames.push_back(control::snapshot(m_context.epoch, start));
        if (start.resumeAfter == start.asOf)
            m_sentId = start.asOf;
    }
    for (std::size_t i = 0; i < frames.size(); ++i)
        m_context.metrics.sentControl();
    write(std::move(frames));
    m_cursor = start.resumeAfter;
    m_sentId = std::max(m_sentId, m_cursor);
    follow();
}

void Subscriber::follow()
{
    if (subscription().scope
        == Scope::Hub) { // nothing of it is stored: on with the oldest there is
        m_caughtUp = m_mode == Mode::Starting;
        m_position = m_caughtUp ? m_context.log.end() : m_context.log.first();
        m_mode = Mode::Live;
        return m_caughtUp ? void() : pump();
    }
    if (m_cursor < m_context.log.floor()) {
        m_mode = m_sink->backlog() > 0 ? Mode::StoreHeld : Mode::Store;
        if (m_mode == Mode::Store)
            m_host.readStore(*this);
        return;
    }
    m_mode = Mode::Live;
    m_position = m_context.log.positionAfter(m_cursor);
    pump();
}

void Subscriber::notify(quint64 position)
{
    if (m_mode != Mode::Live)
        return;
    if (m_caughtUp) {
        // Nothing before it was for us. A cursor left behind would look older than history.
        if (position > m_context.log.first())
            m_cursor = std::max(m_cursor, m_context.log.at(position - 1).event.id);
        m_position = position;
        m_caughtUp = false;
    }
    if (!m_queued && m_sink->backlog() == 0) {
        m_queued = true;
        m_host.pumpLater(*this);
    }
}

void Subscriber::pump()
{
    m_queued = false;
    for (int i = 0; i < writesPerTurn && m_mode == Mode::Live; ++i) {
        if (m_sink->backlog() > 0)
            return; // sinkDrained() goes on
        if (m_position < m_context.log.first() && !m_caughtUp)
            return follow(); // fell off the ring
        Gathered gathered = gather();
        if (gathered.frames.empty()) {
            m_caughtUp = true;
            m_lagging = false;
            return;
        }
        write(std::move(gathered.frames));
        if (finishIfTerminal(gathered))
            return;
        m_lagging = m_lagging || m_sink->backlog() > 0;
    }
    if (m_mode == Mode::Live && m_sink->backlog() == 0) {
        m_queued = true;
        m_host.pumpLater(*this);
    }
}

Subscriber::Gathered Subscriber::gather()
{
    Gathered gathered;
    const EventLog &log = m_context.log;
    while (m_position < log.end() && !gathered.terminal) {
        const LogEntry &entry = log.at(m_position);
        const bool wanted = (entry.event.id.isNull() || entry.event.id > m_cursor)
                            && subscription().matches(entry.event);
        if (wanted && m_lagging && entry.superseded) {
            ++m_conflated;
            m_context.metrics.conflated.add();
        } else if (wanted) {
            const qint64 size = entry.frameFor(subscription().dialect).size();
            if (!gathered.frames.empty() && gathered.bytes + size > m_context.gatherBytes)
                break;
            take(gathered, entry.event, entry.frameFor(subscription().dialect));
            if (entry.committedMs >= m_openedSteadyMs) // a replay says nothing of our speed
                m_context.metrics.delivered(
                    static_cast<double>(m_context.clock.steadyMs() - entry.committedMs) / 1000.0);
        }
        m_cursor = std::max(m_cursor, entry.event.id);
        m_position = nextPosition(entry);
    }
    return gathered;
}

void Subscriber::take(Gathered &gathered, const Event &event, const QByteArray &frame)
{
    gathered.bytes += frame.size();
    gathered.frames.push_back(frame);
    m_sentId = std::max(m_sentId, event.id);
    ++m_eventsSent;
    if (event.topic.kind == TopicKind::Hub)
        m_context.metrics.sentControl();
    else
        m_context.metrics.sent(event.type);
    if (subscription().endsWithJob() && isTerminal(event.type)) {
        gathered.terminal = statusOf(event.type);
        gathered.terminalJob = event.topic.id;
    }
}

quint64 Subscriber::nextPosition(const LogEntry &entry) const
{
    const Subscription &wanted = subscription();
    const bool oneTopic = wanted.jobs.size() == 1 && entry.event.topic.kind == TopicKind::Job
                          && entry.event.topic.id == wanted.jobs.front();
    if (!oneTopic)
        return m_position + 1;
    return entry.nextOfTopic != 0 ? entry.nextOfTopic : m_context.log.end();
}

void Subscriber::handlePage(const Result<EventPage> &page)
{
    if (m_mode != Mode::Store)
        return;
    if (!page) {
        qCWarning(lcHub, "stream %lld: history cannot be read: %s", m_id,
                  qUtf8Printable(page.error().message));
        return close(CloseReason::ServerError, true, m_context.retry);
    }
    const std::vector<bool> skipped = supersededIn(*page);
    Gathered gathered;
    EventId reached = page->scannedTo;
    for (std::size_t i = 0; i < page->events.size() && !gathered.terminal; ++i) {
        const Event &event = page->events[i];
        if (gathered.bytes >= m_context.gatherBytes) { // the rest is read again once this went out
            reached = page->events[i - 1].id;
            break;
        }
        if (skipped[i]) {
            ++m_conflated;
            m_context.metrics.conflated.add();
        } else {
            take(gathered, event, encodeFrame(event, subscription().dialect, m_context.epoch));
        }
    }
    m_cursor = std::max(m_cursor, reached);
    if (!gathered.frames.empty())
        write(std::move(gathered.frames));
    if (finishIfTerminal(gathered))
        return;
    m_lagging = m_lagging || m_sink->backlog() > 0;
    follow();
}

/// Which events of a page a lagging subscriber may do without: progress with a later one of the
/// same job behind it.
std::vector<bool> Subscriber::supersededIn(const EventPage &page) const
{
    std::vector<bool> superseded(page.events.size());
    if (!m_lagging)
        return superseded;
    QSet<QByteArray> later;
    for (std::size_t i = page.events.size(); i-- > 0;) {
        const Event &event = page.events[i];
        if (!conflates(event))
            continue;
        superseded[i] = later.contains(event.topic.id);
        later.insert(event.topic.id);
    }
    return superseded;
}

void Subscriber::write(std::vector<QByteArray> frames)
{
    qint64 bytes = 0;
    for (const QByteArray &frame : frames)
        bytes += frame.size();
    m_context.metrics.bytes.add(bytes);
    m_sink->write(frames);
}

bool Subscriber::finishIfTerminal(const Gathered &gathered)
{
    if (!gathered.terminal)
        return false;
    m_context.metrics.sentControl();
    write({control::end(gathered.terminalJob, *gathered.terminal)});
    finish(CloseReason::JobEnded);
    return true;
}

void Subscriber::beat()
{
    if (m_mode == Mode::Ended || m_sink->backlog() > 0)
        return;
    QByteArray id;
    const EventId head = m_context.log.head();
    const bool upToDate = m_mode == Mode::Live && m_caughtUp && !m_queued;
    if (upToDate && head > m_sentId) {
        m_sentId = m_cursor = head;
        id = Cursor{m_context.epoch, head}.toWire();
    }
    m_context.metrics.sentControl();
    write({control::heartbeat(subscription().dialect, id)});
}

void Subscriber::close(CloseReason reason, bool reconnect, std::chrono::milliseconds retry)
{
    if (m_mode == Mode::Ended)
        return;
    m_context.metrics.sentControl();
    write({control::closing(reason, reconnect, retry)});
    finish(reason);
}

void Subscriber::checkProgress(std::chrono::milliseconds deadline)
{
    if (m_mode == Mode::Ended)
        return;
    const qint64 now = m_context.clock.steadyMs();
    const qint64 taken = m_sink->bytesTaken();
    if (m_sink->backlog() == 0 || taken != m_takenSeen) {
        m_takenSeen = taken;
        m_takenSteadyMs = now;
    } else if (now - m_takenSteadyMs >= deadline.count()) {
        m_mode = Mode::Ended; // no closing frame: the socket takes nothing
        m_host.ended(*this, CloseReason::Slow);
    }
}

void Subscriber::finish(CloseReason reason)
{
    m_mode = Mode::Ended;
    m_sink->close();
    m_host.ended(*this, reason);
}

void Subscriber::sinkDrained()
{
    if (m_mode == Mode::StoreHeld) {
        m_mode = Mode::Store;
        m_host.readStore(*this);
    } else if (m_mode == Mode::Live && !m_caughtUp) {
        pump();
    }
}

void Subscriber::left(CloseReason reason)
{
    if (m_mode == Mode::Ended)
        return;
    m_mode = Mode::Ended;
    m_host.ended(*this, reason);
}

} // namespace hub
