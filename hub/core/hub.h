// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/hubstats.h"
#include "hub/core/limitnotices.h"
#include "hub/core/store.h"
#include "hub/core/streamquota.h"
#include "hub/core/streams.h"

#include <QObject>

#include <array>

namespace hub {

/// The hub: accepts writes, commits them, publishes their events and dispatches them to streams.
/// Hub thread only.
class Hub : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Hub)

public:
    struct Options
    {
        Streams::Options streams;
        StreamQuota::Limits quota;
        SnapshotLimits snapshot;
        /// Budget in bytes for snapshots that clients have not read completely: total, and share of
        /// one user or address.
        ByteBudget::Limits snapshotBudget{64 * 1024 * 1024, 16 * 1024 * 1024};
        std::chrono::milliseconds drainSpread{3000}; ///< Open streams are closed over this time.
    };

    /// `store` and `clock` outlive the hub.
    Hub(Store &store, const Clock &clock, const Options &options);
    ~Hub() override;

    /// Replaces the limits. Open streams continue under the new ones.
    void configure(const Options &options);

    /// Each of these passes a write to the store. After its commit the hub publishes the accepted
    /// events, then calls `answer` (hub thread). A hub that is destroyed before calls no answer.
    /// Errors and `lane` are those of the function of Store with the same name.
    void create(CreateJob request, Store::Answer<Created> answer, const QByteArray &lane = {});
    void publish(Publish request, Store::Answer<Published> answer, const QByteArray &lane = {});
    void publishBatch(std::vector<Publish> items, Store::Answer<PublishedBatch> answer,
                      const QByteArray &lane = {});
    void deliver(Deliver request, Store::Answer<Delivered> answer, const QByteArray &lane = {});
    void notify(Notify request, Store::Answer<Notified> answer, const QByteArray &lane = {});
    void revoke(const Revocation &request, Store::Answer<void> answer, const QByteArray &lane = {});

    /// How open() answers the caller. At most one of the functions is called, once.
    struct Admission
    {
        /// Opens the connection for the stream. Null when the peer left or may no longer open it.
        std::function<std::unique_ptr<StreamSink>()> accept;
        /// Answers 204, which ends an EventSource. Called when the client has every event of an
        /// ended job, or lost its stream to a newer one and reconnects.
        std::function<void()> ended;
    };
    /// Opens a stream, or refuses it: over a limit or while draining, the stream carries only
    /// `hub.refused`. Asks the store first, so `admission` may be called later.
    void open(StreamRequest request, Admission admission);

    /// Closes one stream and asks its client not to reconnect. Returns the number of closed
    /// streams: 0 or 1.
    int kick(qint64 id);
    /// Closes every stream that `isMeant` selects and asks its client not to reconnect. Returns the
    /// number of closed streams.
    int closeStreamsIf(CloseReason reason, const std::function<bool(const Subscriber &)> &isMeant);

    /// Sends an event to the followers of the hub's own stream. `json` is the text of a JSON
    /// object.
    void announce(const QByteArray &event, const QByteArray &json);

    /// Stops accepting streams. Notifies and closes every open stream within Options::drainSpread.
    void drain();
    bool draining() const { return m_draining; }

    Store &store() { return m_store; }
    Metrics &metrics() { return m_metrics; }
    LimitNotices &notices() { return m_notices; }
    const Streams &streams() const { return m_streams; }
    const Clock &clock() const { return m_clock; }
    std::chrono::seconds uptime() const;

private:
    template<typename T>
    Store::Answer<T> publishFirst(Store::Answer<T> answer, const QByteArray &lane);
    void noteWrite(const Error *error, qint64 submittedMs, const QByteArray &lane);
    void publishAccepted(const Event &event);
    void handleOpened(const Subscriber &subscriber);
    void handleClosed(const Subscriber &subscriber, CloseReason reason);
    /// A stream that is not open yet: its request, and how to answer it.
    struct Opening
    {
        StreamRequest request;
        Admission admission;
    };
    void openFresh(Opening opening);
    void askStore(const StreamRequest &request, Store::Answer<StreamStart> answer);
    void answerFresh(const Subscription &subscription, const Result<StreamStart> &start);
    void answer(Opening opening, const Result<StreamStart> &start,
                std::shared_ptr<SharedSnapshot> &shared);
    void begin(Opening opening, const StreamStart &start,
               const std::shared_ptr<SharedSnapshot> &snapshot);
    std::shared_ptr<SharedSnapshot> share(const StreamStart &start, const StreamRequest &request);
    void refuse(const StreamRequest &request, const Admission &admission, const QByteArray &bucket,
                std::chrono::milliseconds retry);
    bool isTooMuch(const StreamRequest &request, const Admission &admission);
    void tick();
    void countAccepted(const Event &event);

    Store &m_store;
    const Clock &m_clock;
    Options m_options;
    Metrics m_metrics;
    LimitNotices m_notices;
    Histogram &m_commitSeconds;
    Gauge &m_drainingGauge;
    Gauge &m_loopLag;
    StreamQuota m_quota;
    ByteBudget m_snapshotBudget;
    Streams m_streams;
    /// Streams without a cursor that wait for the store, by subscription. All of one subscription
    /// share the snapshot that arrives.
    QHash<Subscription, std::vector<Opening>> m_fresh;
    QTimer m_second;
    const qint64 m_startedMs;
    qint64 m_tickedMs;
    HubStats m_stats;
    /// Null until first used.
    std::array<std::array<Counter *, eventTypes>, jobKinds> m_acceptedBy{};
    bool m_draining = false;
};

} // namespace hub
