// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/feedindex.h"
#include "hub/core/heartbeatwheel.h"
#include "hub/core/store.h"
#include "hub/core/subscriber.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <unordered_map>

namespace hub {

/// All open streams: matches events to them, decides when each writes, and runs their heartbeats
/// and write deadlines. An event only marks the matching feeds. At the end of the event loop turn,
/// each subscriber of a marked feed writes everything new at once. Hub thread only.
class Streams : public QObject, private Subscriber::Host
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Streams)

public:
    struct Options
    {
        EventLog::Limits log;
        std::chrono::milliseconds retry{2000};
        /// A stream whose socket takes no byte for this long is closed as slow.
        std::chrono::milliseconds writeDeadline{30'000};
        qint64 gatherBytes = 256 * 1024; ///< Most bytes of one gathered write.
    };

    /// `store`, `clock` and `metrics` outlive this object.
    Streams(Store &store, const Clock &clock, Metrics &metrics, const Options &options);
    ~Streams() override;

    /// Replaces the limits. Open streams continue under the new ones.
    void configure(const Options &options);

    /// Appends an accepted event and marks the matching feeds. Returns the number of matching
    /// subscribers.
    int publish(Event event);
    /// Sends an event on the hub's own stream. The event has no id and is not stored. A lagging
    /// stream skips a conflating event when a newer one follows.
    void publishHub(const QByteArray &name, const QByteArray &json, bool conflating);
    /// Returns whether any stream follows the hub's own events.
    bool hubIsWatched() const;

    /// Takes over an accepted connection. `start` was read from the store in this turn, or belongs
    /// to `snapshot`. `snapshot` is null when the stream begins without one.
    void open(StreamRequest request, std::unique_ptr<StreamSink> sink, const StreamStart &start,
              const std::shared_ptr<SharedSnapshot> &snapshot);

    /// Returns a snapshot that another stream of the same subscription is still being sent. Null
    /// when there is none, or when more than 1000 events were logged since. A stream that begins
    /// with the snapshot is sent the later events after it.
    std::shared_ptr<SharedSnapshot> snapshotFor(const Subscription &subscription) const;

    /// Runs heartbeats, checks tokens and write deadlines, and updates the lag metric. Call it once
    /// a second.
    void tick();

    /// Closes every stream because the hub stops, each at a random moment within `spread`. 0 closes
    /// all of them now.
    void drain(std::chrono::milliseconds spread);
    /// Returns how long a client that leaves now, during the drain, should wait before it
    /// reconnects. The wait ends after the drain at a random moment. Clients then do not find the
    /// hub gone and do not all return at once.
    std::chrono::milliseconds drainRetry() const;
    /// Closes one stream and asks its client not to reconnect. Returns false when there is no
    /// stream with this id.
    bool closeStream(qint64 id, CloseReason reason);
    /// Does the same for every stream that `isMeant` selects. Returns the number of closed streams.
    int closeStreamsIf(CloseReason reason, const std::function<bool(const Subscriber &)> &isMeant);

    EventId head() const { return m_log.head(); }
    std::size_t count() const { return m_subscribers.size(); }
    const StreamMetrics &figures() const { return m_figures; }
    const FeedIndex &feeds() const { return m_feeds; }

    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (const auto &[id, subscriber] : m_subscribers)
            visit(*subscriber);
    }

signals:
    void opened(const hub::Subscriber &subscriber);
    void closed(const hub::Subscriber &subscriber, hub::CloseReason reason);

private:
    void readStore(Subscriber &subscriber) override;
    void pumpLater(Subscriber &subscriber) override;
    void ended(Subscriber &subscriber, CloseReason reason) override;

    int mark(const Event &event, quint64 position, EventId before);
    void serve(Feed &feed);
    void startReads();
    void handlePage(qint64 id, const Result<EventPage> &page);
    void scheduleTurn();
    void endTurn();
    void closeDrained();
    Subscriber *find(qint64 id) const;

    Store &m_store;
    const Clock &m_clock;
    Options m_options;
    StreamMetrics m_figures;
    EventLog m_log;
    EventLog m_hubLog;
    StreamContext m_context;
    StreamContext m_hubContext;
    FeedIndex m_feeds;
    HeartbeatWheel m_wheel;
    std::unordered_map<qint64, std::unique_ptr<Subscriber>> m_subscribers;
    /// Ended streams, destroyed at the end of the turn.
    std::vector<std::unique_ptr<Subscriber>> m_over;
    std::deque<qint64> m_readers; ///< Ids of streams that wait to read a page from the store.
    int m_reads = 0; ///< Pages requested from the store and not answered yet.
    std::vector<std::shared_ptr<Feed>> m_marked; ///< Feeds to serve at the end of the turn.
    std::vector<qint64> m_due; ///< Streams that asked for pump() at the end of the turn.
    bool m_turnScheduled = false;
    qint64 m_lastId = 0;
    struct
    {
        std::chrono::milliseconds spread{};
        std::chrono::milliseconds returns{}; ///< After the drain, clients reconnect over this time.
        qint64 startedMs = 0; ///< Steady clock.
        /// Steady clock and stream id, latest first.
        std::vector<std::pair<qint64, qint64>> moments;
        QTimer timer;
    } m_drain;
};

} // namespace hub
