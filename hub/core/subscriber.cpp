// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/subscriber.h"

#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/core/controlframes.h"

#include <QSet>

#include <array>

namespace hub {

namespace {

/// Gathered writes of one stream in one turn. Then other streams get theirs.
constexpr int writesPerTurn = 4;
/// `hub.token_expiring` is sent this long before the token expires.
constexpr std::chrono::milliseconds expiryNotice{60'000};

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
    if (m_request.compressed)
        m_packed = std::make_unique<PackedStream>();
    m_sink->setOwner(this);
}

Subscriber::~Subscriber() = default;

std::chrono::milliseconds Subscriber::age() const
{
    return std::chrono::milliseconds(m_context.clock.steadyMs() - m_openedSteadyMs);
}

qint64 Subscriber::lagEvents() const
{
    if (m_mode == Mode::Starting || m_mode == Mode::Ended || (m_mode == Mode::Live && m_caughtUp))
        return 0;
    if (m_mode == Mode::Snapshot && m_cursor >= m_context.log.floor())
        return static_cast<qint64>(m_context.log.end() - m_context.log.positionAfter(m_cursor));
    // A subscriber that reads from the store is behind the start of the log by an unknown number of
    // events.
    const quint64 from = m_mode == Mode::Live ? m_position : m_context.log.first();
    return static_cast<qint64>(m_context.log.end() - from);
}

std::chrono::milliseconds Subscriber::lag() const
{
    using std::chrono::milliseconds;
    if (lagEvents() == 0)
        return milliseconds{0};
    const quint64 next = std::max(m_position, m_context.log.first());
    if (m_mode == Mode::Live && next < m_context.log.end())
        return milliseconds(m_context.clock.steadyMs() - m_context.log.at(next).committedMs);
    const milliseconds age(m_cursor.isNull() ? 0 : m_context.clock.wallMs() - m_cursor.ms);
    return std::max(milliseconds{0}, age);
}

void Subscriber::start(std::shared_ptr<Feed> feed, const StreamStart &start,
                       std::shared_ptr<SharedSnapshot> snapshot)
{
    m_feed = std::move(feed);
    m_cursor = m_sentId = start.resumeAfter;
    m_endsFrom = start.endsFrom;
    m_snapshot = std::move(snapshot);
    std::vector<QByteArray> frames{
        control::hello({m_context.epoch, m_request.heartbeat, m_context.retry}, start)};
    if (start.resume == StreamStart::Resume::Gap)
        frames.push_back(control::gap(m_request.cursor, m_context.epoch, start));
    if (!m_snapshot) {
        writeControl(frames);
        return follow();
    }
    m_mode = Mode::Snapshot;
    writeStart(frames);
    writeSnapshot();
}

/// Writes the frames and the first part of the snapshot in one write: most snapshots have one part.
void Subscriber::writeStart(const std::vector<QByteArray> &frames)
{
    QByteArray joined;
    for (const QByteArray &frame : frames)
        joined += frame;
    for (std::size_t i = 0; i < frames.size() + 1; ++i) // the snapshot counts as one
        m_context.metrics.sentControl();
    const std::array parts{m_packed ? m_packed->pack(joined) : joined, snapshotPart()};
    send(parts);
}

/// Returns the next part of the snapshot, compressed if the stream is.
QByteArray Subscriber::snapshotPart()
{
    const std::size_t part = m_snapshotPart++;
    return m_packed ? m_packed->pack(m_snapshot->packed(part)) : m_snapshot->part(part);
}

/// Writes the snapshot as far as the socket takes it. After its end the stream follows its feed.
void Subscriber::writeSnapshot()
{
    for (int i = 0; m_snapshotPart < m_snapshot->parts(); ++i) {
        if (m_sink->backlog() > 0)
            return; // sinkDrained() continues
        if (i == writesPerTurn)
            return pumpSoon();
        send(snapshotPart());
    }
    m_snapshot.reset();
    m_mode = Mode::Starting;
    follow();
}

void Subscriber::follow()
{
    // Hub events are not stored: continue with the oldest in the log.
    if (subscription().scope == Scope::Hub) {
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

void Subscriber::wake(const Feed::Mark &mark)
{
    if (m_mode != Mode::Live)
        return;
    if (m_caughtUp) {
        // No earlier event matched. A cursor that stayed behind would later seem older than
        // history.
        m_cursor = std::max(m_cursor, mark.before);
        m_position = std::max(m_position, mark.position);
        m_caughtUp = false;
    }
    if (!m_queued && m_sink->backlog() == 0)
        pump();
}

void Subscriber::pump()
{
    m_queued = false;
    if (m_mode == Mode::Snapshot)
        return writeSnapshot();
    for (int i = 0; i < writesPerTurn && m_mode == Mode::Live; ++i) {
        if (m_sink->backlog() > 0)
            return; // sinkDrained() continues
        if (m_position < m_context.log.first() && !m_caughtUp)
            return follow(); // evicted from the log
        if (!writeNext())
            return;
    }
    if (m_mode == Mode::Live && m_sink->backlog() == 0)
        pumpSoon();
}

void Subscriber::pumpSoon()
{
    m_queued = true;
    m_host.pumpLater(*this);
}

/// Writes the next segment. Returns false when it is empty or ends the stream.
bool Subscriber::writeNext()
{
    if (!m_lagging) {
        Segment &shared = m_feed->segmentFrom(m_position);
        if (shared.isEmpty() || shared.first.isNull() || shared.first > m_cursor)
            return writeLive(shared, true);
    }
    Segment own = m_feed->segmentFor(m_position, m_cursor, m_lagging);
    return writeLive(own, false);
}

bool Subscriber::writeLive(Segment &segment, bool shared)
{
    m_position = segment.next;
    write(segment, shared);
    if (segment.isEmpty()) {
        m_caughtUp = true;
        m_lagging = false;
        return false;
    }
    if (segment.committedMs >= m_openedSteadyMs) // older events are a replay, not a latency
        m_context.metrics.observeLatency(
            std::chrono::milliseconds(m_context.clock.steadyMs() - segment.committedMs),
            segment.eventCount());
    return !finishIfTerminal(segment);
}

void Subscriber::write(Segment &segment, bool shared)
{
    m_cursor = std::max(m_cursor, segment.reached);
    m_conflated += segment.conflated;
    m_context.metrics.conflated.add(segment.conflated);
    if (segment.isEmpty())
        return;
    m_sentId = std::max(m_sentId, segment.last);
    m_eventsSent += segment.eventCount();
    m_context.metrics.sent(segment);
    if (!m_packed)
        send(segment.frames);
    else
        send(shared ? m_feed->pack(segment, *m_packed) : m_packed->pack(segment.joined()));
    m_lagging = m_lagging || m_sink->backlog() > 0;
}

void Subscriber::handlePage(const Result<EventPage> &page)
{
    if (m_mode != Mode::Store)
        return;
    if (!page) {
        qCWarning(lcHub, "stream %lld: cannot read the history: %s", m_id,
                  qUtf8Printable(page.error().message));
        return close(CloseReason::ServerError, true, m_context.retry);
    }
    const std::vector<bool> skipped = supersededIn(*page);
    Segment segment;
    segment.reached = page->scannedTo;
    for (std::size_t i = 0; i < page->events.size(); ++i) {
        const Event &event = page->events[i];
        if (segment.terminal) { // end of an earlier attempt: the rest is read again
            segment.reached = page->events[i - 1].id;
            break;
        }
        if (segment.bytes >= m_context.gatherBytes) { // the rest is read again after this write
            segment.reached = page->events[i - 1].id;
            break;
        }
        if (skipped[i])
            ++segment.conflated;
        else
            segment.take(event, encodeFrame(event, subscription().dialect, m_context.epoch),
                         subscription().endsWithJob());
    }
    write(segment, false);
    if (!finishIfTerminal(segment))
        follow();
}

/// Returns which events of a page a lagging subscriber may skip: progress that a later one of the
/// same job follows.
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

void Subscriber::writeControl(std::span<const QByteArray> frames)
{
    for (std::size_t i = 0; i < frames.size(); ++i)
        m_context.metrics.sentControl();
    if (!m_packed)
        return send(frames);
    QByteArray joined;
    for (const QByteArray &frame : frames)
        joined += frame;
    send(m_packed->pack(joined));
}

void Subscriber::send(std::span<const QByteArray> frames)
{
    qint64 bytes = 0;
    for (const QByteArray &frame : frames)
        bytes += frame.size();
    m_context.metrics.bytes.add(bytes);
    m_sink->write(frames);
}

bool Subscriber::finishIfTerminal(const Segment &segment)
{
    if (!segment.terminal || segment.last < m_endsFrom)
        return false;
    writeControl(control::end(segment.terminalJob, *segment.terminal));
    finish(CloseReason::JobEnded);
    return true;
}

void Subscriber::beat()
{
    if (m_mode == Mode::Ended || m_mode == Mode::Snapshot || m_sink->backlog() > 0)
        return;
    QByteArray id;
    const EventId head = m_context.log.head();
    const bool upToDate = m_mode == Mode::Live && m_caughtUp && !m_queued && !m_feed->isMarked();
    if (upToDate && head > m_sentId) {
        m_sentId = m_cursor = head;
        id = Cursor{m_context.epoch, head}.toWire();
    }
    m_lastBeatMs = m_context.clock.wallMs();
    writeControl(control::heartbeat(subscription().dialect, id));
}

void Subscriber::close(CloseReason reason, bool reconnect, std::chrono::milliseconds retry)
{
    if (m_mode == Mode::Ended)
        return;
    if (m_mode == Mode::Snapshot)
        cutSnapshotOff();
    writeControl(control::closing(reason, reconnect, retry));
    finish(reason);
}

/// Completes the snapshot event early, so that another frame may follow.
void Subscriber::cutSnapshotOff()
{
    const QByteArray rest = Snapshot::cutOff();
    send(m_packed ? m_packed->pack(rest) : rest);
}

void Subscriber::checkToken()
{
    if (m_mode == Mode::Ended || !m_request.expiresMs)
        return;
    const std::chrono::milliseconds left{*m_request.expiresMs - m_context.clock.wallMs()};
    if (left <= left.zero())
        return close(CloseReason::TokenExpired, false, m_context.retry);
    const bool mayWrite = m_mode != Mode::Snapshot && m_sink->backlog() == 0;
    if (left > expiryNotice || m_expiryTold || !mayWrite)
        return;
    m_expiryTold = true;
    writeControl(control::tokenExpiring(std::chrono::ceil<std::chrono::seconds>(left)));
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
    if (m_packed)
        send(m_packed->end());
    m_sink->close();
    m_host.ended(*this, reason);
}

void Subscriber::sinkDrained()
{
    if (m_mode == Mode::StoreHeld) {
        m_mode = Mode::Store;
        m_host.readStore(*this);
    } else if (m_mode == Mode::Snapshot && !m_queued) {
        pumpSoon();
    } else if (m_mode == Mode::Live && !m_caughtUp && !m_queued) {
        pumpSoon(); // at the end of the turn, to share segments with other streams
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
