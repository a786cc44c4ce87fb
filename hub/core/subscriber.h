// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/closereason.h"
#include "hub/core/feed.h"
#include "hub/core/store.h"
#include "hub/core/streammetrics.h"
#include "hub/core/streamsink.h"

#include <chrono>
#include <memory>

namespace hub {

class Clock;

/// What a stream asked for, besides what it wants to see.
struct StreamRequest
{
    Subscription subscription;
    QByteArray cursor; ///< As the client sent it; empty = none.
    std::chrono::seconds heartbeat{15};
    QString remote; ///< `127.0.0.1:50000`
    QString userAgent;
    QByteArray address; ///< Of the client, without its port.
    bool proxied = false; ///< The address is what a proxy said.
    QByteArray client; ///< Instance id, when the client named one.
    bool resumes = false; ///< It says what it received last, as only a client that comes back does.
    bool compressed = false; ///< What is written is one gzip member.
    QByteArray user; ///< Whose stream it is; empty on a hub without keys.
    bool admin = false;
    QByteArray tokenId; ///< Of the token it came with, when that names itself.
    QByteArray keyDigest; ///< Of the key that verified it; when that goes, so does the stream.
    std::optional<qint64> expiresMs; ///< Wall clock; the stream ends then.
};

/// What all subscribers share. Outlives them.
struct StreamContext
{
    const EventLog &log; ///< Of the subscription: the events, or the hub's own.
    StreamMetrics &metrics;
    const Clock &clock;
    QByteArray epoch;
    std::chrono::milliseconds retry;
    qint64 gatherBytes; ///< One gathered write holds at most this much, or one frame.
};

/// One live consumer: a cursor that moves towards the head of the log, through the store where the
/// ring no longer reaches. It owns no queue: what the socket does not take stays in the log. Hub
/// thread only.
class Subscriber final : private StreamSink::Owner
{
public:
    /// What a subscriber needs done for it; the calls may come from within any of its functions.
    class Host
    {
    public:
        /// Read events after its cursor() from the store and answer with handlePage().
        virtual void readStore(Subscriber &subscriber) = 0;
        /// Call pump() in the next turn.
        virtual void pumpLater(Subscriber &subscriber) = 0;
        /// It is over; destroy it in a later turn.
        virtual void ended(Subscriber &subscriber, CloseReason reason) = 0;

    protected:
        ~Host() = default;
    };

    Subscriber(qint64 id, StreamRequest request, std::unique_ptr<StreamSink> sink,
               const StreamContext &context, Host &host);
    ~Subscriber();
    Q_DISABLE_COPY_MOVE(Subscriber)

    /// Writes hello and gap as `start` says, then `snapshot` as fast as the socket takes it, and
    /// begins to follow `feed`, which it is a member of. `snapshot` is null when the stream begins
    /// without.
    void start(std::shared_ptr<Feed> feed, const StreamStart &start,
               std::shared_ptr<SharedSnapshot> snapshot);
    /// The feed has news: goes on from there, unless it is still behind.
    void wake(const Feed::Mark &mark);
    /// Writes what is between the cursor and the head, as far as the socket takes it.
    void pump();
    void handlePage(const Result<EventPage> &page);
    void beat();
    /// Ends it with a `hub.closing` frame. Nothing more is written.
    void close(CloseReason reason, bool reconnect, std::chrono::milliseconds retry);
    /// Says so a minute before its token expires, and closes it when it does.
    void checkToken();
    /// Closes it as slow when its socket took nothing for `deadline`.
    void checkProgress(std::chrono::milliseconds deadline);

    qint64 id() const { return m_id; }
    EventId cursor() const { return m_cursor; }
    const StreamRequest &request() const { return m_request; }
    const Subscription &subscription() const { return m_request.subscription; }
    Feed &feed() const { return *m_feed; }
    qint64 openedMs() const { return m_openedMs; } ///< Wall clock.
    double ageSeconds() const;
    qint64 lagEvents() const;
    /// How long the next event for it has waited; for one that reads from the store the age of
    /// where it is.
    qint64 lagMs() const;
    qint64 lastBeatMs() const { return m_lastBeatMs; } ///< Wall clock; 0 = none yet.
    qint64 backlog() const { return m_sink->backlog(); }
    qint64 bytesSent() const { return m_sink->bytesTaken(); }
    qint64 eventsSent() const { return m_eventsSent; }
    qint64 conflated() const { return m_conflated; }

private:
    enum class Mode {
        Starting,
        Snapshot, ///< Within the snapshot's event: no other frame may come in between.
        Store, ///< Waits for a page.
        StoreHeld, ///< More to read from the store once the socket drained.
        Live,
        Ended,
    };
    void sinkDrained() override;
    void sinkClosed() override { left(CloseReason::ClientLeft); }
    void sinkTimedOut() override { left(CloseReason::HeartbeatFailed); }
    void left(CloseReason reason);

    void follow();
    void writeStart(const std::vector<QByteArray> &frames);
    QByteArray snapshotPart();
    void writeSnapshot();
    void cutSnapshotOff();
    bool writeNext();
    bool writeLive(Segment &segment, bool shared);
    void write(Segment &segment, bool shared);
    void writeControl(std::span<const QByteArray> frames);
    void writeControl(const QByteArray &frame) { writeControl({&frame, 1}); }
    void send(std::span<const QByteArray> frames);
    void send(const QByteArray &bytes) { send({&bytes, 1}); }
    std::vector<bool> supersededIn(const EventPage &page) const;
    bool finishIfTerminal(const Segment &segment);
    void pumpSoon();
    void finish(CloseReason reason);

    const qint64 m_id;
    const StreamRequest m_request;
    const std::unique_ptr<StreamSink> m_sink;
    const StreamContext &m_context;
    Host &m_host;
    std::shared_ptr<Feed> m_feed;
    std::unique_ptr<PackedStream> m_packed; ///< Null = the frames go out as they are.
    const qint64 m_openedMs;
    const qint64 m_openedSteadyMs;

    Mode m_mode = Mode::Starting;
    std::shared_ptr<SharedSnapshot> m_snapshot; ///< Until all of it is written.
    std::size_t m_snapshotPart = 0; ///< The next to be written.
    EventId m_cursor; ///< Everything up to it was sent or is not for this subscriber.
    EventId m_endsFrom; ///< Terminal events before it are of earlier attempts.
    EventId m_sentId; ///< The last id on the wire; ids on one stream only grow.
    quint64 m_position = 0; ///< Of the next entry to look at; only in Mode::Live.
    /// Nothing between m_position and the head is for this subscriber, but what its feed is marked
    /// for.
    bool m_caughtUp = false;
    bool m_queued = false; ///< A pump() is on its way.
    bool m_expiryTold = false;
    bool m_lagging = false; ///< The socket refused bytes and the head was not reached since.
    qint64 m_eventsSent = 0;
    qint64 m_conflated = 0;
    qint64 m_lastBeatMs = 0;
    qint64 m_takenSeen = 0; ///< bytesTaken() when it last grew,
    qint64 m_takenSteadyMs = 0; ///< and when that was.
};

} // namespace hub
