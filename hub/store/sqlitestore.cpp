// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/sqlitestore.h"

#include "hub/base/clock.h"
#include "hub/base/errorcode.h"
#include "hub/base/log.h"
#include "hub/base/threadname.h"
#include "hub/sqlite/storelock.h"
#include "hub/store/requestsize.h"
#include "hub/store/storereader.h"
#include "hub/store/storeworker.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QThread>

#include <algorithm>
#include <iterator>

namespace hub {

namespace {

constexpr qint64 readBytes = 512; ///< Approximate memory of a waiting read.

/// Limits what one take() returns, so that later requests do not wait long.
StoreInbox::Options writeInbox(const StoreOptions &options)
{
    return {.maxRequests = options.waitingRequests,
            .maxBytes = options.waitingBytes,
            .lanePercent = options.laneSharePercent,
            .takeRequests = 2'048,
            .takeBytes = 512 * 1024,
            .gathering = std::chrono::microseconds{100}};
}

/// One request at a time: each read is a transaction of its own.
StoreInbox::Options readInbox(const StoreOptions &options)
{
    return {.maxRequests = options.waitingRequests,
            .maxBytes = options.waitingBytes,
            .lanePercent = options.laneSharePercent,
            .takeRequests = 1};
}

// Each of these returns the lane of a write when the caller does not name one.

QByteArray ownLaneOf(const CreateJob &request)
{
    return request.job.owner;
}

QByteArray ownLaneOf(const Publish &request)
{
    return request.publisher;
}

QByteArray ownLaneOf(const std::vector<Publish> &batch)
{
    return batch.empty() ? QByteArray() : batch.front().publisher;
}

QByteArray ownLaneOf(const Deliver &request)
{
    return request.delivery.source;
}

QByteArray ownLaneOf(const Notify &)
{
    return {};
}

QByteArray ownLaneOf(const Revocation &)
{
    return {};
}

/// Creates the folder of the database if it is missing, for its owner only.
bool createFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QFileInfo(folder).isDir())
        return true;
    return QDir().mkpath(folder)
           && QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                                | QFileDevice::ExeOwner);
}

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const StoreOptions &options,
                                                       const Clock &clock)
{
    if (!createFolder(options.path)) {
        return Error{
            QByteArrayLiteral("store_unusable"),
            QStringLiteral("cannot create the folder of the database %1").arg(options.path)};
    }
    auto lock = StoreLock::take(options.path);
    if (!lock)
        return lock.error();
    auto session = openSession(options, clock);
    if (!session)
        return session.error();
    if (const Result<void> locked = (*lock)->lockFile(); !locked) // a new file is not locked yet
        return locked.error();
    auto revocations = (*session)->tables.revocations.inForce(clock.wallMs());
    if (const auto failure = (*session)->database->takeFailure()) {
        return Error{QByteArrayLiteral("store_unusable"),
                     QStringLiteral("cannot read the revocations from the database %1: %2")
                         .arg(options.path, failure->message)};
    }
    auto readSession = openReadSession(options, clock);
    if (!readSession)
        return readSession.error();
    return std::unique_ptr<SqliteStore>(new SqliteStore(
        std::move(*lock), std::move(*session), std::move(*readSession), std::move(revocations)));
}

SqliteStore::SqliteStore(std::unique_ptr<StoreLock> lock, std::unique_ptr<StoreSession> session,
                         std::unique_ptr<ReadSession> readSession,
                         std::vector<Revocation> revocations)
    : m_epoch(session->tables.meta.current.epoch)
    , m_openedAt(session->tables.meta.current.last)
    , m_revocations(std::move(revocations))
    , m_lock(std::move(lock))
    , m_inbox(std::make_unique<StoreInbox>(writeInbox(session->options)))
    , m_readInbox(std::make_unique<StoreInbox>(readInbox(session->options)))
    , m_health(std::make_unique<StoreHealth>(session->options.path))
    , m_worker(std::make_unique<StoreWorker>(
          std::move(session), *m_inbox, *m_health,
          [this](StoreRequests requests) { answerLater(std::move(requests)); }))
    , m_reader(std::make_unique<StoreReader>(std::move(readSession), *m_readInbox, *m_health,
                                             [this](StoreRequests requests) {
                                                 if (m_answers.pushPages(std::move(requests)))
                                                     emit answered();
                                             }))
{
    connect(this, &SqliteStore::answered, this, &SqliteStore::giveAnswers, Qt::QueuedConnection);
    m_thread = std::thread([this] {
        nameThisThread("store");
        m_worker->run();
    });
    m_readThread = std::thread([this] {
        nameThisThread("store-reader");
        m_reader->run();
    });
}

SqliteStore::~SqliteStore()
{
    // Pending answers are dropped: Qt discards the calls queued for a destroyed object.
    m_readInbox->close();
    m_inbox->close();
    m_answers.close();
    m_readThread.join();
    m_thread.join();
    m_reader.reset(); // so that the writer's connection closes last and copies the log
}

StoreStatus SqliteStore::status() const
{
    return m_health->status();
}

void SqliteStore::answerLater(StoreRequests requests)
{
    if (m_answers.push(std::move(requests))) // else giveAnswers() is queued already
        emit answered();
}

void SqliteStore::giveAnswers()
{
    StoreRequests given = m_answers.take();
    const QPointer<SqliteStore> alive(this); // an answer may destroy the store
    for (const auto &request : given) {
        if (!alive)
            return;
        request->answer();
    }
    given.clear();
    if (alive)
        m_answers.noteGiven();
}

void SqliteStore::submit(StoreInbox &inbox, std::unique_ptr<StoreRequest> request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (inbox.push(request))
        return;
    request->fail({errorcode::storeBusy,
                   QStringLiteral("too many requests wait for the database; try again later")});
    StoreRequests refused;
    refused.push_back(std::move(request));
    answerLater(std::move(refused));
}

/// Queues a write. `execute` is the function of Acceptor that executes it.
template<typename T, typename Request, typename Execute>
void SqliteStore::write(Request request, Execute execute, Answer<T> answer, const QByteArray &lane)
{
    const qint64 bytes = sizeOf(request);
    const QByteArray own = lane.isEmpty() ? ownLaneOf(request) : lane;
    auto work = [request = std::move(request), execute](StoreSession &session) {
        return (session.acceptor.*execute)(request);
    };
    submit(*m_inbox,
           std::make_unique<StoreCall<StoreSession, T, decltype(work)>>(
               StoreRequest::Kind::Writing, bytes, own, std::move(work), std::move(answer)));
}

void SqliteStore::create(CreateJob request, Answer<Created> answer, const QByteArray &lane)
{
    write(std::move(request), &Acceptor::create, std::move(answer), lane);
}

void SqliteStore::publish(Publish request, Answer<Published> answer, const QByteArray &lane)
{
    write(std::move(request), &Acceptor::publish, std::move(answer), lane);
}

void SqliteStore::publishBatch(std::vector<Publish> items, Answer<PublishedBatch> answer,
                               const QByteArray &lane)
{
    write(std::move(items), &Acceptor::publishBatch, std::move(answer), lane);
}

void SqliteStore::deliver(Deliver request, Answer<Delivered> answer, const QByteArray &lane)
{
    write(std::move(request), &Acceptor::deliver, std::move(answer), lane);
}

void SqliteStore::notify(Notify request, Answer<Notified> answer, const QByteArray &lane)
{
    write(std::move(request), &Acceptor::notify, std::move(answer), lane);
}

void SqliteStore::revoke(Revocation request, Answer<void> answer, const QByteArray &lane)
{
    write(std::move(request), &Acceptor::revoke, std::move(answer), lane);
}

template<typename T, typename Work>
void SqliteStore::read(Work work, Answer<T> answer, const QByteArray &lane)
{
    submit(*m_readInbox,
           std::make_unique<StoreCall<ReadSession, T, Work>>(
               StoreRequest::Kind::Reading, readBytes, lane, std::move(work), std::move(answer)));
}

void SqliteStore::setRetention(const Retention &retention)
{
    auto work = [retention](StoreSession &session) {
        session.options.retention = retention;
        session.sweeper.startOver(); // data that it kept may be due now
        return true;
    };
    submit(*m_inbox, std::make_unique<StoreCall<StoreSession, bool, decltype(work)>>(
                         StoreRequest::Kind::Reading, readBytes, QByteArray(), std::move(work),
                         [](const Result<bool> &done) {
                             if (!done)
                                 qCWarning(lcStore, "the retention was not changed: %s",
                                           qUtf8Printable(done.error().message));
                         }));
}

void SqliteStore::job(const QByteArray &id, Answer<std::optional<Job>> answer,
                      const QByteArray &lane)
{
    read<std::optional<Job>>(
        [id](ReadSession &session) {
            const Job *job = session.tables.jobs.find(id);
            return job ? std::optional(*job) : std::nullopt;
        },
        std::move(answer), lane);
}

void SqliteStore::jobs(const JobQuery &query, Answer<JobPage> answer, const QByteArray &lane)
{
    read<JobPage>(
        [query](ReadSession &session) {
            Result<JobPage> page = session.finder.page(query);
            if (page)
                page->asOf = session.tables.meta.current.last;
            return page;
        },
        std::move(answer), lane);
}

void SqliteStore::jobCounts(const JobCountsQuery &query, Answer<JobCounts> answer,
                            const QByteArray &lane)
{
    read<JobCounts>(
        [query](ReadSession &session) {
            JobCounts counts = session.tables.jobCounts.read(query);
            counts.asOf = session.tables.meta.current.last;
            return counts;
        },
        std::move(answer), lane);
}

void SqliteStore::deliveries(const DeliveryQuery &query, Answer<std::vector<Delivery>> answer,
                             const QByteArray &lane)
{
    read<std::vector<Delivery>>(
        [query](ReadSession &session) { return session.tables.deliveries.list(query); },
        std::move(answer), lane);
}

void SqliteStore::delivery(qint64 id, Answer<std::optional<Delivery>> answer,
                           const QByteArray &lane)
{
    read<std::optional<Delivery>>(
        [id](ReadSession &session) { return session.tables.deliveries.find(id); },
        std::move(answer), lane);
}

void SqliteStore::openStream(const Subscription &subscription, const QByteArray &cursor,
                             const SnapshotLimits &limits, Answer<StreamStart> answer,
                             const QByteArray &lane)
{
    read<StreamStart>(
        [subscription, cursor, limits](ReadSession &session) {
            return session.opener.open(subscription, cursor, limits);
        },
        std::move(answer), lane);
}

void SqliteStore::eventsAfter(const Subscription &subscription, EventId after, int limit,
                              Answer<EventPage> answer, const QByteArray &lane)
{
    read<EventPage>(
        [subscription, after, limit](ReadSession &session) -> Result<EventPage> {
            if (after < session.opener.floorOf(subscription, after)) {
                return Error{QByteArrayLiteral("history_evicted"),
                             QStringLiteral("the events after %1 are no longer stored")
                                 .arg(QString::fromLatin1(after.toString()))};
            }
            return session.tables.events.after(subscription, after, limit,
                                               session.tables.meta.current.last);
        },
        std::move(answer), lane);
}

} // namespace hub
