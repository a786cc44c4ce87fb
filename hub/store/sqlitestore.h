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

/// The history in one SQLite file. Calls are from the thread that opened it, which needs an event
/// loop for the answers. All SQL runs on two threads with a connection each: one writes, the other
/// answers reads, so that commits never wait for them.
class SqliteStore final : public QObject, public Store
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqliteStore)

public:
    /// Opens or creates the database and keeps other processes away from it. Blocks; for start-up
    /// only. `clock` must outlive the store. The error names the file, and the process that uses
    /// it.
    static Result<std::unique_ptr<SqliteStore>> open(const StoreOptions &options,
                                                     const Clock &clock);

    /// Commits everything that was asked for; no answer comes any more.
    ~SqliteStore() override;

    QByteArray epoch() const override { return m_epoch; }
    EventId openedAt() const override { return m_openedAt; }
    const std::vector<Revocation> &revocations() const override { return m_revocations; }
    StoreStatus status() const override;

    void write(Write write, Answer<Written> answer, const QByteArray &lane = {}) override;
    void job(const QByteArray &id, Answer<std::optional<Job>> answer,
             const QByteArray &lane = {}) override;
    void jobs(const JobQuery &query, Answer<JobPage> answer, const QByteArray &lane = {}) override;
    void deliveries(const DeliveryQuery &query, Answer<std::vector<Delivery>> answer,
                    const QByteArray &lane = {}) override;
    void delivery(qint64 id, Answer<std::optional<Delivery>> answer,
                  const QByteArray &lane = {}) override;
    void openStream(const Subscription &subscription, const QByteArray &cursor,
                    const SnapshotLimits &limits, Answer<StreamStart> answer,
                    const QByteArray &lane = {}) override;
    void eventsAfter(const Subscription &subscription, EventId after, int limit,
                     Answer<EventPage> answer, const QByteArray &lane = {}) override;

    /// What is kept from now on. A busy or failing database leaves it as it was and says so in the
    /// log.
    void setRetention(const Retention &retention);

signals:
    /// For its own use, from any thread: answers wait to be given.
    void answered();

private:
    SqliteStore(std::unique_ptr<StoreLock> lock, std::unique_ptr<StoreSession> session,
                std::unique_ptr<ReadSession> readSession, std::vector<Revocation> revocations);

    template<typename T, typename Work>
    void read(Work work, Answer<T> answer, const QByteArray &lane);
    void submit(StoreInbox &inbox, std::unique_ptr<StoreRequest> request);
    /// Any thread.
    void answerLater(std::vector<std::unique_ptr<StoreRequest>> requests);
    void giveAnswers();

    const QByteArray m_epoch;
    const EventId m_openedAt;
    const std::vector<Revocation> m_revocations;
    const std::unique_ptr<StoreLock> m_lock; ///< Released last, when the database is closed.
    const std::unique_ptr<StoreInbox> m_inbox;
    const std::unique_ptr<StoreInbox> m_readInbox;
    const std::unique_ptr<StoreHealth> m_health;
    AnswerQueue m_answers;
    std::unique_ptr<StoreWorker> m_worker; ///< Used by m_thread alone.
    std::unique_ptr<StoreReader> m_reader; ///< Used by m_readThread alone; closed first.
    std::thread m_thread; ///< Needs no event loop, and so none of a QThread.
    std::thread m_readThread; ///< Likewise.
};

} // namespace hub
