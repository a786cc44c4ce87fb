// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/sweeper.h"

#include "hub/base/clock.h"

namespace hub {

namespace {

constexpr int stepRows = EventSweeper::stepRows;
constexpr int stages = 6;
constexpr int jobsPerStep = 20; ///< Each takes its last events with it.

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
    , m_removeUnmatched(tables.database,
                        "DELETE FROM unmatched WHERE id IN"
                        " (SELECT id FROM (SELECT id, at_ms FROM unmatched ORDER BY id LIMIT ?1)"
                        " WHERE at_ms < ?2 OR id <= (SELECT max(id) FROM unmatched) - ?3)")
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
    case 2: return sweepDeliveries();
    case 3: return sweepRefused();
    case 4: return sweepKeys();
    default: return sweepUnmatched();
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
        m_tables.settle(); // else the newest of its events would be missed
        if (!m_events.removeAllOf(job.id))
            return true;
        m_tables.jobs.remove(job.id);
        --meta.finishedJobs;
    }
    return oldest.size() == jobsPerStep;
}

bool Sweeper::sweepDeliveries()
{
    Meta &meta = m_tables.meta.current;
    const qint64 tooOld = m_clock.wallMs() - m_retention.deliveryAge.count();
    const auto oldest = m_tables.deliveries.oldest(false, stepRows);
    for (const DeliveryTable::Old &delivery : oldest) {
        if (delivery.receivedMs >= tooOld && meta.deliveries <= m_retention.deliveries
            && meta.deliveryBytes <= m_retention.deliveryBytes)
            return false;
        m_tables.deliveries.remove(delivery.id);
        --meta.deliveries;
        meta.deliveryBytes -= delivery.bytes;
    }
    return oldest.size() == stepRows;
}

/// Only by age: their number and size are bounded as they come.
bool Sweeper::sweepRefused()
{
    Meta &meta = m_tables.meta.current;
    const qint64 tooOld = m_clock.wallMs() - m_retention.deliveryAge.count();
    const auto oldest = m_tables.deliveries.oldest(true, stepRows);
    for (const DeliveryTable::Old &delivery : oldest) {
        if (delivery.receivedMs >= tooOld)
            return false;
        m_tables.deliveries.remove(delivery.id);
        --meta.refused;
        meta.refusedBytes -= delivery.bytes;
    }
    return oldest.size() == stepRows;
}

bool Sweeper::sweepKeys()
{
    m_removeKeys.run(m_clock.wallMs(), stepRows);
    return m_tables.database.changes() == stepRows;
}

bool Sweeper::sweepUnmatched()
{
    m_removeUnmatched.run(stepRows, m_clock.wallMs() - m_retention.unmatchedAge.count(),
                          m_retention.unmatched);
    return m_tables.database.changes() == stepRows;
}

} // namespace hub
