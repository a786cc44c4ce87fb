// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/sweeper.h"

#include "hub/base/clock.h"

namespace hub {

namespace {

constexpr int stepRows = EventSweeper::stepRows;
constexpr int stages = 5;
constexpr int jobsPerStep = 20; ///< Each takes its last events with it.

} // namespace

Sweeper::Sweeper(StoreTables &tables, const Retention &retention, const Clock &clock)
    : m_tables(tables)
    , m_retention(retention)
    , m_clock(clock)
    , m_events(tables, retention, clock)
    , m_oldestFinished(tables.database, "SELECT id, end_ms FROM jobs WHERE end_ms > 0"
                                        " ORDER BY end_ms, end_n LIMIT ?")
    , m_deliveryCount(tables.database,
                      // Rows only ever go at the old end, so the ids are without holes.
                      "SELECT (SELECT max(id) FROM deliveries) + 1"
                      " - (SELECT min(id) FROM deliveries)")
    , m_oldestDeliveries(tables.database,
                         "SELECT id, received_ms, length(CAST(headers AS BLOB)) + length(body)"
                         " FROM deliveries ORDER BY id LIMIT ?")
    , m_removeDelivery(tables.database, "DELETE FROM deliveries WHERE id = ?")
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
    case 3: return sweepKeys();
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
    struct Old
    {
        qint64 id;
        qint64 ms;
        qint64 bytes;
    };
    std::vector<Old> oldest;
    {
        Rows rows = m_oldestDeliveries.query(stepRows);
        while (rows.next())
            oldest.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
    }
    Rows count = m_deliveryCount.query();
    qint64 tooMany = count.next() ? count.integer(0) - m_retention.deliveries : 0;
    qint64 &bytes = m_tables.meta.current.deliveryBytes;
    const qint64 tooOld = m_clock.wallMs() - m_retention.deliveryAge.count();
    for (const Old &delivery : oldest) {
        if (delivery.ms >= tooOld && tooMany <= 0 && bytes <= m_retention.deliveryBytes)
            return false;
        m_removeDelivery.run(delivery.id);
        bytes -= delivery.bytes;
        --tooMany;
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
