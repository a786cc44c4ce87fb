// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/closereason.h"
#include "hub/core/eventpage.h"
#include "hub/core/feed.h"
#include "hub/core/streammetrics.h"
#include "hub/core/streamsink.h"
#include "hub/core/streamstart.h"

#include <chrono>
#include <memory>

namespace hub {

class Clock;

/// The request that opened a stream.
struct StreamRequest
{
    Subscription subscription;
    QByteArray cursor; ///< As the client sent it; empty = none.
    std::chrono::seconds heartbeat{15};
    QString remote; ///< `127.0.0.1:50000`
    QString userAgent;
    QByteArray address; ///< The client's network as the limits count it, in hex.
    bool proxied = false; ///< A proxy reported the address.
    QByteArray client; ///< Instance id, when the client sent one.
    bool resumes = false; ///< The client sent `Last-Event-ID`, so it reconnects by itself.
    bool compressed = false; ///< The stream is written as one gzip member.
    QByteArray user; ///< Owner of the stream; empty on a hub without keys.
    bool admin = false;
    QByteArray tokenId; ///< `jti` of the token; may be empty.
    QByteArray keyDigest; ///< Of the key that verified the token. Losing the key closes the stream.
    std::optional<qint64> expiresMs; ///< Expiry of the token, which ends the stream. Wall clock.
};

/// State shared by all subscribers of one log. It outlives them.
struct StreamContext
{
    const EventLog &log; ///< The log of job and user events, or that of the hub's own events.
    StreamMetrics &metrics;
    const Clock &clock;
    QByteArray epoch;
    std::chrono::milliseconds retry;
    qint64 gatherBytes; ///< Most bytes of one gathered write; a larger single frame is allowed.
};

/// One stream: a cursor that moves towards the head of the log. It reads from the store where the
/// log no longer reaches. It owns no queue: events that the socket cannot take stay in the log. Hub
/// thread only.
class Subscriber final : private StreamSink::Owner
{
public:
    /// The owner of the subscribers. A subscriber may call it from within any of its own functions.
    class Host
    {
    public:
        /// Reads the events after cursor() from the store and calls handlePage().
        virtual void readStore(Subscriber &subscriber) = 0;
        /// Calls pump() in the next turn.
        virtual void pumpLater(Subscriber &subscriber) = 0;
        /// The stream has ended. The host destroys the subscriber in a later turn.
        virtual void ended(Subscriber &subscriber, CloseReason reason) = 0;

    protected:
        ~Host() = default;
    };

    Subscriber(qint64 id, StreamRequest request, std::unique_ptr<StreamSink> sink,
               const StreamContext &context, Host &host);
    ~Subscriber();
    Q_DISABLE_COPY_MOVE(Subscriber)

    /// Writes `hub.hello` and, if `start` says so, `hub.gap`. Then writes `snapshot` as fast as the
    /// socket takes it, and follows `feed`. The subscriber must be a member of `feed` already.
    /// `snapshot` is null when the stream begins without one.
    void start(std::shared_ptr<Feed> feed, const StreamStart &start,
               std::shared_ptr<SharedSnapshot> snapshot);
    /// Writes the new events of the feed. Does nothing while the subscriber still writes older
    /// ones.
    void wake(const Feed::Mark &mark);
    /// Writes the events between the cursor and the head, as far as the socket takes them.
    void pump();
    /// Writes a page that readStore() asked for. Closes the stream when the page could not be read.
    void handlePage(const Result<EventPage> &page);
    /// Sends a heartbeat unless the socket still has unsent bytes. A heartbeat carries the head as
    /// its id when every matching event before it was sent.
    void beat();
    /// Ends the stream with a `hub.closing` frame that carries `reconnect` and `retry`.
    void close(CloseReason reason, bool reconnect, std::chrono::milliseconds retry);
    /// Announces the expiry of the token one minute before, and closes the stream when the token
    /// has expired.
    void checkToken();
    /// Closes the stream as slow when the socket has taken nothing for `deadline`.
    void checkProgress(std::chrono::milliseconds deadline);

    qint64 id() const { return m_id; }
    EventId cursor() const { return m_cursor; }
    const StreamRequest &request() const { return m_request; }
    const Subscription &subscription() const { return m_request.subscription; }
    Feed &feed() const { return *m_feed; }
    qint64 openedMs() const { return m_openedMs; } ///< Wall clock.
    std::chrono::milliseconds age() const;
    /// Returns how many log entries lie between the subscriber and the head.
    qint64 lagEvents() const;
    /// Returns how long the next event has waited. A subscriber that reads from the store
    /// returns the age of its cursor.
    std::chrono::milliseconds lag() const;
    qint64 lastBeatMs() const { return m_lastBeatMs; } ///< Wall clock; 0 = none yet.
    qint64 backlog() const { return m_sink->backlog(); }
    qint64 bytesSent() const { return m_sink->bytesTaken(); }
    qint64 eventsSent() const { return m_eventsSent; }
    qint64 conflated() const { return m_conflated; }

private:
    enum class Mode {
        Starting,
        Snapshot, ///< Writes the snapshot event, which no other frame may interrupt.
        Store, ///< Waits for a page of the store.
        StoreHeld, ///< Reads the next page once the socket has drained.
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
    std::unique_ptr<PackedStream> m_packed; ///< Null = the stream is not compressed.
    const qint64 m_openedMs;
    const qint64 m_openedSteadyMs;

    Mode m_mode = Mode::Starting;
    std::shared_ptr<SharedSnapshot> m_snapshot; ///< Null once all of it is written.
    std::size_t m_snapshotPart = 0; ///< The next part to write.
    EventId m_cursor; ///< Nothing up to this id is left to send.
    EventId m_endsFrom; ///< Terminal events before this id ended earlier attempts.
    EventId m_sentId; ///< The last id written. Ids on one stream only increase.
    quint64 m_position = 0; ///< The next log position to look at; only in Mode::Live.
    /// No event from m_position to the head matches, except those that the feed is marked for.
    bool m_caughtUp = false;
    bool m_queued = false; ///< pumpLater() was called and pump() has not run since.
    bool m_expiryTold = false; ///< `hub.token_expiring` was sent.
    bool m_lagging = false; ///< The socket refused bytes, and the head was not reached since.
    qint64 m_eventsSent = 0;
    qint64 m_conflated = 0;
    qint64 m_lastBeatMs = 0;
    qint64 m_takenSeen = 0; ///< bytesTaken() at m_takenSteadyMs.
    qint64 m_takenSteadyMs = 0; ///< When the socket last took bytes or had no backlog.
};

} // namespace hub
