// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/sqlitestore.h"

#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/store/requestsize.h"
#include "hub/store/storelock.h"
#include "hub/store/storeworker.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QThread>

#include <algorithm>
#include <iterator>

#include <pthread.h>

namespace hub {

namespace {

constexpr qint64 readBytes = 512; ///< What a read holds while it waits, about.

/// The folder of the database, for its owner only when it is new.
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
    if (const Result<void> locked = (*lock)->lockFile(); !locked) // the file may be new
        return locked.error();
    auto revocations = (*session)->tables.revocations.inForce(clock.wallMs());
    if (const auto failure = (*session)->database->takeFailure()) {
        return Error{QByteArrayLiteral("store_unusable"),
                     QStringLiteral("cannot read who was revoked from the database %1: %2")
                         .arg(options.path, failure->message)};
    }
    return std::unique_ptr<SqliteStore>(
        new SqliteStore(std::move(*lock), std::move(*session), std::move(revocations)));
}

SqliteStore::SqliteStore(std::unique_ptr<StoreLock> lock, std::unique_ptr<StoreSession> session,
                         std::vector<Revocation> revocations)
    : m_epoch(session->tables.meta.current.epoch)
    , m_openedAt(session->tables.meta.current.last)
    , m_revocations(std::move(revocations))
    , m_lock(std::move(lock))
    , m_inbox(std::make_unique<StoreInbox>(session->options.waitingRequests,
                                           session->options.waitingBytes))
    , m_health(std::make_unique<StoreHealth>(session->options.path))
    , m_worker(std::make_unique<StoreWorker>(
          std::move(session), *m_inbox, *m_health,
          [this](StoreRequests requests) { answerLater(std::move(requests)); }))
{
    connect(this, &SqliteStore::answered, this, &SqliteStore::giveAnswers, Qt::QueuedConnection);
    m_thread = std::thread([this] { m_worker->run(); });
    pthread_setname_np(m_thread.native_handle(), "store"); // as top and perf show it
}

SqliteStore::~SqliteStore()
{
    // The answers still on their way go with this object: Qt drops the calls queued for it.
    m_inbox->close();
    m_thread.join();
}

StoreStatus SqliteStore::status() const
{
    return m_health->status();
}

void SqliteStore::answerLater(StoreRequests requests)
{
    bool first = false;
    {
        const std::lock_guard lock(m_answeredMutex);
        first = m_answered.empty();
        std::move(requests.begin(), requests.end(), std::back_inserter(m_answered));
    }
    if (first) // else giveAnswers() is on its way
        emit answered();
}

void SqliteStore::giveAnswers()
{
    StoreRequests given;
    {
        const std::lock_guard lock(m_answeredMutex);
        given.swap(m_answered);
    }
    const QPointer<SqliteStore> alive(this); // an answer may destroy the store
    for (const auto &request : given) {
        if (!alive)
            return;
        request->answer();
    }
}

void SqliteStore::submit(std::unique_ptr<StoreRequest> request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_inbox->push(request))
        return;
    request->fail({QByteArrayLiteral("store_busy"),
                   QStringLiteral("too much waits to be stored; try again")});
    StoreRequests refused;
    refused.push_back(std::move(request));
    answerLater(std::move(refused));
}

void SqliteStore::write(Write write, Answer<Written> answer)
{
    const qint64 bytes = sizeOf(write);
    auto work = [write = std::move(write)](StoreSession &session) {
        return std::visit(session.acceptor, write);
    };
    submit(std::make_unique<StoreCall<Written, decltype(work)>>(
        StoreRequest::Kind::Writing, bytes, std::move(work), std::move(answer)));
}

template<typename T, typename Work>
void SqliteStore::read(Work work, Answer<T> answer, StoreRequest::Kind kind)
{
    submit(
        std::make_unique<StoreCall<T, Work>>(kind, readBytes, std::move(work), std::move(answer)));
}

void SqliteStore::setRetention(const Retention &retention)
{
    read<bool>(
        [retention](StoreSession &session) {
            session.options.retention = retention;
            session.sweeper.startOver(); // what it left alone may be due now
            return true;
        },
        [](const Result<bool> &done) {
            if (!done)
                qCWarning(lcStore, "the retention stays as it was: %s",
                          qUtf8Printable(done.error().message));
        });
}

void SqliteStore::job(const QByteArray &id, Answer<std::optional<Job>> answer)
{
    read<std::optional<Job>>(
        [id](StoreSession &session) {
            const Job *job = session.tables.jobs.find(id);
            return job ? std::optional(*job) : std::nullopt;
        },
        std::move(answer));
}

void SqliteStore::jobs(const JobQuery &query, Answer<JobPage> answer)
{
    read<JobPage>(
        [query](StoreSession &session) {
            Result<JobPage> page = session.finder.page(query);
            if (page)
                page->asOf = session.tables.meta.current.last;
            return page;
        },
        std::move(answer), StoreRequest::Kind::Listing);
}

void SqliteStore::deliveries(const DeliveryQuery &query, Answer<std::vector<Delivery>> answer)
{
    read<std::vector<Delivery>>(
        [query](StoreSession &session) { return session.tables.deliveries.list(query); },
        std::move(answer));
}

void SqliteStore::delivery(qint64 id, Answer<std::optional<Delivery>> answer)
{
    read<std::optional<Delivery>>(
        [id](StoreSession &session) { return session.tables.deliveries.find(id); },
        std::move(answer));
}

void SqliteStore::openStream(const Subscription &subscription, const QByteArray &cursor,
                             const SnapshotLimits &limits, Answer<StreamStart> answer)
{
    const auto kind =
        subscription.jobs.isEmpty() ? StoreRequest::Kind::Listing : StoreRequest::Kind::Reading;
    read<StreamStart>(
        [subscription, cursor, limits](StoreSession &session) {
            return session.opener.open(subscription, cursor, limits);
        },
        std::move(answer), kind);
}

void SqliteStore::eventsAfter(const Subscription &subscription, EventId after, int limit,
                              Answer<EventPage> answer)
{
    read<EventPage>(
        [subscription, after, limit](StoreSession &session) -> Result<EventPage> {
            if (after < session.opener.floorOf(subscription, after)) {
                return Error{QByteArrayLiteral("history_evicted"),
                             QStringLiteral("the events after %1 are not kept any more")
                                 .arg(QString::fromLatin1(after.toString()))};
            }
            return session.tables.events.after(subscription, after, limit,
                                               session.tables.meta.current.last);
        },
        std::move(answer));
}

} // namespace hub
