// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/limitnotices.h"
#include "hub/core/store.h"
#include "hub/core/streamquota.h"
#include "hub/core/streams.h"

#include <QObject>

#include <array>

namespace hub {

/// The hub itself: accept → commit → publish → dispatch. Hub thread only.
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
        /// What the snapshots that clients have not read yet hold together, in bytes, and those of
        /// one user or address.
        ByteBudget::Limits snapshotBudget{64 * 1024 * 1024, 16 * 1024 * 1024};
        std::chrono::milliseconds drainSpread{3000};
    };

    /// `store` and `clock` outlive it.
    Hub(Store &store, const Clock &clock, const Options &options);
    ~Hub() override;

    /// Takes over new limits.
    void configure(const Options &options);

    /// Commits, publishes what was accepted, then answers. Nothing is answered before it is on
    /// disk.
    void write(Write write, Store::Answer<Written> answer, const QByteArray &lane = {});

    /// How the way to a stream goes on once the store has said how it begins.
    struct Admission
    {
        std::function<std::unique_ptr<StreamSink>()>
            accept; ///< The connection, or null when the peer left.
        std::function<void()> ended; ///< The job is over and the client has all of it: 204.
    };
    void open(StreamRequest request, Admission admission);

    /// Closes one stream, or those meant, and asks their clients to stay away. Returns how many.
    int kick(qint64 id);
    int sendAwayIf(CloseReason reason, const std::function<bool(const Subscriber &)> &isMeant);

    /// Announces on the hub stream; `json` an object.
    void announce(const QByteArray &event, const QByteArray &json);

    /// No new streams any more; those that are open are told and closed over Options::drainSpread.
    void drain();
    bool draining() const { return m_draining; }

    Store &store() { return m_store; }
    Metrics &metrics() { return m_metrics; }
    LimitNotices &notices() { return m_notices; }
    const Streams &streams() const { return m_streams; }
    const Clock &clock() const { return m_clock; }
    qint64 uptimeSeconds() const;

private:
    void handleWritten(const Result<Written> &result, qint64 submittedMs, const QByteArray &lane);
    void handleOpened(const Subscriber &subscriber);
    void handleClosed(const Subscriber &subscriber, CloseReason reason);
    /// A stream on its way: its request, and how its connection is to be answered.
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
    void announceStats();
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
    /// Streams without a cursor whose snapshot is on its way: those that want the same share it.
    QHash<Subscription, std::vector<Opening>> m_fresh;
    QTimer m_second;
    const qint64 m_startedMs;
    qint64 m_tickedMs;
    qint64 m_accepted = 0;
    std::array<std::array<Counter *, eventTypes>, jobKinds> m_acceptedBy{}; ///< Once looked up.
    bool m_draining = false;
    struct
    {
        qint64 accepted = 0;
        qint64 frames = 0;
        qint64 bytes = 0;
    } m_lastStats;
};

} // namespace hub
