// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/answerqueue.h"
#include "hub/store/storeoptions.h"

#include <QObject>

#include <memory>
#include <thread>

namespace hub {

class Clock;
class ReadSession;
class StoreHealth;
class StoreInbox;
class StoreLock;
class StoreReader;
class StoreSession;
class StoreWorker;

/// The history in one SQLite file. Call it on the thread that opened it, which needs an event loop
/// for the answers. All SQL runs on two other threads with a connection each. One thread writes.
/// The other answers reads, so that commits never wait for reads.
class SqliteStore final : public QObject, public Store
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqliteStore)

public:
    /// Opens or creates the database and locks it against other processes. Blocks; call it at
    /// start-up only. `clock` must outlive the store. The error names the file and, where known,
    /// the process that uses it.
    static Result<std::unique_ptr<SqliteStore>> open(const StoreOptions &options,
                                                     const Clock &clock);

    /// Commits all pending writes, then closes the database. Pending answers are dropped.
    ~SqliteStore() override;

    QByteArray epoch() const override { return m_epoch; }
    EventId openedAt() const override { return m_openedAt; }
    const std::vector<Revocation> &revocations() const override { return m_revocations; }
    StoreStatus status() const override;

    void create(CreateJob request, Answer<Created> answer, const QByteArray &lane = {}) override;
    void publish(Publish request, Answer<Published> answer, const QByteArray &lane = {}) override;
    void publishBatch(std::vector<Publish> items, Answer<PublishedBatch> answer,
                      const QByteArray &lane = {}) override;
    void deliver(Deliver request, Answer<Delivered> answer, const QByteArray &lane = {}) override;
    void notify(Notify request, Answer<Notified> answer, const QByteArray &lane = {}) override;
    void revoke(Revocation request, Answer<void> answer, const QByteArray &lane = {}) override;
    void job(const QByteArray &id, Answer<std::optional<Job>> answer,
             const QByteArray &lane = {}) override;
    void jobs(const JobQuery &query, Answer<JobPage> answer, const QByteArray &lane = {}) override;
    void jobCounts(const JobCountsQuery &query, Answer<JobCounts> answer,
                   const QByteArray &lane = {}) override;
    void deliveries(const DeliveryQuery &query, Answer<std::vector<Delivery>> answer,
                    const QByteArray &lane = {}) override;
    void delivery(qint64 id, Answer<std::optional<Delivery>> answer,
                  const QByteArray &lane = {}) override;
    void openStream(const Subscription &subscription, const QByteArray &cursor,
                    const SnapshotLimits &limits, Answer<StreamStart> answer,
                    const QByteArray &lane = {}) override;
    void eventsAfter(const Subscription &subscription, EventId after, int limit,
                     Answer<EventPage> answer, const QByteArray &lane = {}) override;

    /// Changes the retention. On a busy or failing database, the retention stays unchanged and a
    /// warning is logged.
    void setRetention(const Retention &retention);

signals:
    /// Internal, emitted on any thread: answers wait for giveAnswers().
    void answered();

private:
    SqliteStore(std::unique_ptr<StoreLock> lock, std::unique_ptr<StoreSession> session,
                std::unique_ptr<ReadSession> readSession, std::vector<Revocation> revocations);

    template<typename T, typename Request, typename Execute>
    void write(Request request, Execute execute, Answer<T> answer, const QByteArray &lane);
    template<typename T, typename Work>
    void read(Work work, Answer<T> answer, const QByteArray &lane);
    void submit(StoreInbox &inbox, std::unique_ptr<StoreRequest> request);
    /// Queues answers for the hub thread. Any thread.
    void answerLater(std::vector<std::unique_ptr<StoreRequest>> requests);
    void giveAnswers();

    const QByteArray m_epoch;
    const EventId m_openedAt;
    const std::vector<Revocation> m_revocations;
    const std::unique_ptr<StoreLock> m_lock; ///< Released last, after the database is closed.
    const std::unique_ptr<StoreInbox> m_inbox;
    const std::unique_ptr<StoreInbox> m_readInbox;
    const std::unique_ptr<StoreHealth> m_health;
    AnswerQueue m_answers;
    std::unique_ptr<StoreWorker> m_worker; ///< Used by m_thread alone.
    std::unique_ptr<StoreReader> m_reader; ///< Used by m_readThread alone; destroyed first.
    std::thread m_thread; ///< Runs m_worker. Not a QThread: it needs no event loop.
    std::thread m_readThread; ///< Runs m_reader.
};

} // namespace hub
