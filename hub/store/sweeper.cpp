// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/sweeper.h"

#include "hub/base/clock.h"

namespace hub {

namespace {

constexpr int stepRows = EventSweeper::stepRows;
constexpr int stages = 7;
constexpr int jobsPerStep = 20; ///< Finished jobs; each with its last events.
// A trim removes at least this much of one account. Otherwise equal accounts would alternate with
// each delivery.
constexpr qint64 trimmedAtLeast = 64;
constexpr qint64 trimmedBytes = 1024 * 1024;

} // namespace

Sweeper::Sweeper(StoreTables &tables, const Retention &retention, const Clock &clock)
    : m_tables(tables)
    , m_retention(retention)
    , m_clock(clock)
    , m_events(tables, retention, clock)
    , m_oldestFinished(tables.database, "SELECT id, end_ms FROM jobs WHERE end_ms > 0"
                                        " ORDER BY end_ms, end_n LIMIT ?")
    , m_removeKeys(tables.database, "DELETE FROM keys WHERE (scope, key) IN"
                                    " (SELECT scope, key FROM keys WHERE expires_ms <= ? LIMIT ?)")
{ }

bool Sweeper::step()
{
    if (sweepStage())
        return true;
    m_stage = (m_stage + 1) % stages;
    return m_stage != 0;
}

bool Sweeper::sweepStage()
{
    switch (m_stage) {
    case 0: return m_events.sweep();
    case 1: return sweepJobs();
    case 2: return sweepUnmatched();
    case 3: return sweepDeliveries();
    case 4: return trimDeliveries();
    case 5: return sweepRefused();
    default: return sweepKeys();
    }
}

void Sweeper::startOver()
{
    m_stage = 0;
    m_events.startOver();
}

bool Sweeper::sweepJobs()
{
    struct Finished
    {
        QByteArray id;
        qint64 ms;
    };
    std::vector<Finished> oldest;
    {
        Rows rows = m_oldestFinished.query(jobsPerStep);
        while (rows.next())
            oldest.push_back({rows.bytes(0), rows.integer(1)});
    }
    Meta &meta = m_tables.meta.current;
    const qint64 tooOld = m_clock.wallMs() - m_retention.finishedJobAge.count();
    for (const Finished &job : oldest) {
        if (job.ms >= tooOld && meta.finishedJobs <= m_retention.finishedJobs)
            return false;
        m_tables.settle(); // else removeAllOf() would miss the newest events
        if (!m_events.removeAllOf(job.id))
            return true;
        m_tables.jobs.remove(job.id);
        --meta.finishedJobs;
    }
    return oldest.size() == jobsPerStep;
}

bool Sweeper::sweepDeliveries()
{
    return sweepOld(false);
}

bool Sweeper::sweepOld(bool refused)
{
    const qint64 tooOld = m_clock.wallMs() - m_retention.deliveryAge.count();
    const auto oldest = m_tables.deliveries.oldest(refused, stepRows);
    for (const DeliveryTable::Outline &delivery : oldest) {
        if (delivery.receivedMs >= tooOld)
            return false;
        m_tables.ledger.remove(delivery);
    }
    return oldest.size() == stepRows;
}

bool Sweeper::isOverfull() const
{
    const Meta &meta = m_tables.meta.current;
    return meta.deliveryBytes > m_retention.deliveryBytes
           || meta.deliveries > m_retention.deliveries;
}

bool Sweeper::trimDeliveries()
{
    constexpr int accountsPerStep = 8;
    bool removed = true;
    for (int i = 0; i < accountsPerStep && removed && isOverfull(); ++i)
        removed = trimHeaviest();
    return removed && isOverfull();
}

/// Removes the oldest deliveries of the account (source and owner) that has the most. Never removes
/// a delivery that waits for its job. Returns whether it removed any.
bool Sweeper::trimHeaviest()
{
    const bool byBytes = m_tables.meta.current.deliveryBytes > m_retention.deliveryBytes;
    const auto heaviest = m_tables.ledger.heaviest(byBytes);
    if (heaviest.empty())
        return false;
    DeliveryLedger::Account left = heaviest.front();
    const auto next = heaviest.size() > 1 ? heaviest[1] : DeliveryLedger::Account{};
    const auto isDone = [&] {
        const bool isHeaviest = byBytes ? left.keptBytes >= next.keptBytes : left.kept >= next.kept;
        const bool isWorthIt = heaviest.front().kept - left.kept >= trimmedAtLeast
                               || heaviest.front().keptBytes - left.keptBytes >= trimmedBytes;
        return !isOverfull() || (!isHeaviest && isWorthIt);
    };
    for (const auto &delivery : m_tables.deliveries.oldestOf(left.source, left.owner, stepRows)) {
        if (isDone())
            break;
        m_tables.ledger.remove(delivery);
        --left.kept;
        left.keptBytes -= delivery.bytes;
    }
    return left.kept < heaviest.front().kept;
}

bool Sweeper::sweepRefused()
{
    return sweepOld(true);
}

bool Sweeper::sweepKeys()
{
    m_removeKeys.run(m_clock.wallMs(), stepRows);
    return m_tables.database.changes() == stepRows;
}

/// Removes waiting changes by age only. Their webhooks were acknowledged, so they are never removed
/// to free space.
bool Sweeper::sweepUnmatched()
{
    const qint64 tooOld = m_clock.wallMs() - m_retention.unmatchedAge.count();
    const auto oldest = m_tables.unmatched.oldest(stepRows);
    for (const UnmatchedTable::Entry &entry : oldest) {
        if (entry.atMs >= tooOld)
            return false;
        m_tables.ledger.settle(entry, {DeliveryEffect::Kind::Ignored, "expired"}, {}, {});
    }
    return oldest.size() == stepRows;
}

} // namespace hub
