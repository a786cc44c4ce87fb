// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storeworker.h"

#include "hub/base/log.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hub {

namespace {

// Without idle time, a sweep follows after this many transactions or events, whichever comes first.
// It examines twice as many events as were added, so that it keeps pace.
constexpr int writesPerSweep = 10;
constexpr qint64 eventsPerSweep = 1'000;
constexpr qint64 stepsPerSweep = 8; ///< Most steps of a sweep; more would delay requests.
constexpr int checkpointPages = 500; ///< Pages of 4 KiB; more would delay requests.
/// Bytes of the row that tests whether events can be stored again. A small row might fit into the
/// last page of a full disk.
constexpr int probeBytes = 64 * 1024;
/// Longest time that a transaction runs requests, because later requests wait for it.
constexpr std::chrono::milliseconds transactionTime{10};

bool anyWrites(std::span<const std::unique_ptr<StoreRequest>> requests)
{
    return std::any_of(requests.begin(), requests.end(),
                       [](const auto &request) { return request->writes(); });
}

} // namespace

StoreWorker::StoreWorker(std::unique_ptr<StoreSession> session, StoreInbox &inbox,
                         StoreHealth &health, Done done)
    : m_session(std::move(session))
    , m_inbox(inbox)
    , m_health(health)
    , m_done(std::move(done))
    , m_fillProbe(*m_session->database,
                  "INSERT OR REPLACE INTO probe (one, bytes) VALUES (1, zeroblob(?))")
    , m_emptyProbe(*m_session->database, "DELETE FROM probe")
{ }

void StoreWorker::run()
{
    while (true) {
        StoreRequests requests = m_inbox.take(patience());
        noteDamage();
        const bool idle = requests.empty();
        if (!idle) {
            if (!m_damaged)
                m_outage.reset();
            const auto done = static_cast<std::ptrdiff_t>(process(requests));
            StoreRequests rest(std::make_move_iterator(requests.begin() + done),
                               std::make_move_iterator(requests.end()));
            requests.erase(requests.begin() + done, requests.end());
            m_inbox.giveBack(std::move(rest));
            m_done(std::move(requests));
        } else if (m_inbox.isClosed()) {
            return;
        }
        maintain(idle);
    }
}

/// Stops all writing when the file is damaged. The reader may have noticed the damage, too.
void StoreWorker::noteDamage()
{
    const auto damage = m_damaged ? std::nullopt : m_health.damage();
    if (!damage)
        return;
    m_damaged = true;
    m_outage = damage;
    m_session->database->setCheckpointsOnClose(false);
}

std::chrono::milliseconds StoreWorker::patience() const
{
    const StoreOptions &options = m_session->options;
    if (!m_health.status().healthy)
        return std::min(options.probeInterval, options.sweepInterval);
    const bool hasMore =
        m_sweeping || !m_session->tables.isSettled() || m_session->database->walPages() > 0;
    return hasMore ? options.sweepPause : options.sweepInterval;
}

size_t StoreWorker::process(Requests requests)
{
    // One request that cannot be stored must not fail the others, so halve until it is alone.
    size_t done = requests.size();
    const auto failure = m_outage && anyWrites(requests) ? m_outage : attempt(requests, done);
    if (!failure)
        return done;
    if (requests.size() == 1) {
        qCWarning(lcStore).noquote() << "a database request failed:" << failure->message;
        requests.front()->fail(unavailable(*failure));
        return 1;
    }
    if (isOutage(*failure))
        m_outage = failure;
    const size_t half = requests.size() / 2;
    const size_t first = process(requests.first(half));
    return first < half ? first : half + process(requests.subspan(half));
}

std::optional<SqlFailure> StoreWorker::attempt(Requests requests, size_t &done)
{
    const bool writes = anyWrites(requests);
    const QDeadlineTimer deadline(transactionTime);
    done = 0;
    const auto failure = m_session->tables.inTransaction(
        writes ? Transaction::Kind::Writing : Transaction::Kind::Reading, [&] {
            while (done < requests.size() && !m_session->database->failed()
                   && (done == 0 || !deadline.hasExpired()))
                requests[done++]->run(*m_session);
        });
    if (failure)
        noteFailure(*failure);
    if (writes)
        ++m_writesSinceSweep;
    if (writes && !failure)
        m_health.noteCommit();
    return failure;
}

void StoreWorker::noteFailure(const SqlFailure &failure)
{
    if (isOutage(failure) || isFull(failure))
        m_health.noteFailure(failure);
    noteDamage();
    m_nextProbe.setRemainingTime(m_session->options.probeInterval);
}

void StoreWorker::maintain(bool idle)
{
    if (m_damaged)
        return;
    if (!m_health.status().healthy && m_nextProbe.hasExpired())
        probe();
    if (!m_sweeping && m_nextSweep.hasExpired())
        m_sweeping = true;
    // While commits fail, sweep without idle time, because this may free the space that is missing.
    // A failure ends the round.
    const bool due = idle || m_writesSinceSweep >= writesPerSweep || grown() >= eventsPerSweep
                     || (!m_health.status().healthy && m_nextSweep.hasExpired());
    if (m_sweeping && due)
        sweep();
    else if (idle && m_health.status().healthy)
        settle();
    checkpoint(idle);
}

void StoreWorker::checkpoint(bool idle)
{
    const int pages = m_session->database->walPages();
    const bool due = pages >= checkpointPages || (idle && pages > 0);
    if (!due || m_damaged) // damage may be new
        return;
    m_session->database->checkFile(); // do not write into a file that replaced the database
    if (const auto failure = m_session->database->takeFailure())
        noteFailure(*failure);
    else
        m_session->database->checkpoint();
}

void StoreWorker::probe()
{
    auto &tables = m_session->tables;
    const auto filled =
        tables.inTransaction(Transaction::Kind::Writing, [&] { m_fillProbe.run(probeBytes); });
    if (filled) {
        noteFailure(*filled);
        return;
    }
    m_health.noteCommit();
    if (const auto emptied =
            tables.inTransaction(Transaction::Kind::Writing, [&] { m_emptyProbe.run(); }))
        noteFailure(*emptied);
}

void StoreWorker::settle()
{
    auto &tables = m_session->tables;
    if (tables.isSettled())
        return;
    const auto failure = tables.inTransaction(Transaction::Kind::Writing, [&] { tables.settle(); });
    if (failure)
        noteFailure(*failure);
}

qint64 StoreWorker::grown() const
{
    return m_session->tables.meta.current.events - m_eventsAfterSweep;
}

void StoreWorker::sweep()
{
    settle(); // separate, because it fails on a full disk, where the sweep frees space
    const qint64 steps = std::clamp<qint64>(2 * grown() / EventSweeper::stepRows, 1, stepsPerSweep);
    bool more = true;
    // Sweep also while the disk is full, because this frees space. A successful sweep does not show
    // that new events can be stored.
    const auto failure = m_session->tables.inTransaction(Transaction::Kind::Writing, [&] {
        for (qint64 step = 0; step < steps && more; ++step)
            more = m_session->sweeper.step();
    });
    if (failure) {
        noteFailure(*failure);
        m_session->sweeper.startOver();
    }
    m_writesSinceSweep = 0;
    m_eventsAfterSweep = m_session->tables.meta.current.events;
    m_sweeping = more && !failure;
    if (!m_sweeping)
        m_nextSweep.setRemainingTime(m_session->options.sweepInterval);
}

} // namespace hub
