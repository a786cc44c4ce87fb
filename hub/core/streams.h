// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/feedindex.h"
#include "hub/core/heartbeatwheel.h"
#include "hub/core/subscriber.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <unordered_map>

namespace hub {

/// All open streams: who gets which event, when each writes, and their common clockwork
/// (heartbeats, write deadline). An event only marks its feeds; at the end of the loop turn each
/// subscriber of a marked one writes everything new at once. Hub thread only.
class Streams : public QObject, private Subscriber::Host
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Streams)

public:
    struct Options
    {
        EventLog::Limits log;
        std::chrono::milliseconds retry{2000};
        std::chrono::milliseconds writeDeadline{30'000};
        qint64 gatherBytes = 256 * 1024; ///< Of one write from the store.
    };

    /// `store`, `clock` and `metrics` outlive it.
    Streams(Store &store, const Clock &clock, Metrics &metrics, const Options &options);
    ~Streams() override;

    /// Takes over new limits; streams that are open go on under them.
    void configure(const Options &options);

    /// Appends an accepted event and marks its subscribers. Returns how many they are.
    int publish(Event event);
    /// Appends a hub event: it has no id and is not stored; conflating ones replace each other for
    /// lagging streams.
    void publishHub(const QByteArray &name, const QByteArray &json, bool conflating);
    /// Whether anybody follows the hub's own events.
    bool hubIsWatched() const;

    /// Takes over an accepted connection. `start` came from the store, in this same turn, or is
    /// that of `snapshot`. `snapshot` is null when the stream begins without.
    void open(StreamRequest request, std::unique_ptr<StreamSink> sink, const StreamStart &start,
              const std::shared_ptr<SharedSnapshot> &snapshot);

    /// A snapshot that another stream of the same subscription is still being sent, if few events
    /// came since; else null. A stream may begin with it and gets those events after it.
    std::shared_ptr<SharedSnapshot> snapshotFor(const Subscription &subscription) const;

    /// One second went by: heartbeats, write deadlines, lag figures.
    void tick();

    /// Tells every stream that the hub stops and closes it, each at a moment of its own within
    /// `spread`; 0 = all of them now.
    void drain(std::chrono::milliseconds spread);
    /// When a client is to come back that leaves now because of the drain: after its end, each at a
    /// moment of its own, so that they neither find the hub gone nor all arrive at once.
    std::chrono::milliseconds drainRetry() const;
    /// Closes one stream and asks its client not to come back by itself. False when there is none
    /// of that id.
    bool sendAway(qint64 id, CloseReason reason);
    /// The same of those that are meant. Returns how many.
    int sendAwayIf(CloseReason reason, const std::function<bool(const Subscriber &)> &isMeant);

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
    std::vector<std::unique_ptr<Subscriber>> m_over; ///< Ended, destroyed at the end of the turn.
    std::deque<qint64> m_readers; ///< Wait for a page of the store.
    int m_reads = 0; ///< Pages on their way.
    std::vector<std::shared_ptr<Feed>> m_marked; ///< To serve at the end of the turn.
    std::vector<qint64> m_due; ///< To pump at the end of the turn, for reasons of their own.
    bool m_turnScheduled = false;
    qint64 m_lastId = 0;
    struct
    {
        std::chrono::milliseconds spread{};
        std::chrono::milliseconds returns{}; ///< Clients come back over this time after it.
        qint64 startedMs = 0; ///< Steady clock.
        std::vector<std::pair<qint64, qint64>> moments; ///< Of each stream, the last one first.
        QTimer timer;
    } m_drain;
};

} // namespace hub
