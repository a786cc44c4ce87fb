// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/deliverytable.h"

#include <algorithm>
#include <limits>

namespace hub {

namespace {

constexpr qint64 pageBytes = 32 * 1024 * 1024; ///< Of headers.
constexpr int scanLimit = 20'000; ///< Rows that one list looks at.

constexpr char columns[] = "id, source, received_ms, method, path, headers, %1, verdict, reason,"
                           " dedup_key, external_id, effect, job_id, event_ms, event_n, replay_of,"
                           " length(body), %2";

Delivery deliveryOf(const Rows &rows)
{
    Delivery delivery;
    delivery.id = rows.integer(0);
    delivery.source = rows.bytes(1);
    delivery.receivedMs = rows.integer(2);
    delivery.method = rows.bytes(3);
    delivery.path = rows.bytes(4);
    delivery.headers = rows.bytes(5);
    delivery.body = rows.bytes(6);
    delivery.verdict = rows.bytes(7);
    delivery.reason = rows.bytes(8);
    delivery.dedupKey = rows.bytes(9);
    delivery.externalId = rows.bytes(10);
    delivery.effect = rows.bytes(11);
    delivery.jobId = rows.bytes(12);
    delivery.event = rows.eventId(13);
    delivery.replayOf = rows.integer(15);
    delivery.size = rows.integer(16);
    delivery.explanation = rows.bytes(17);
    return delivery;
}

QByteArray selectWhere(const char *condition, const char *body, const char *explanation)
{
    return QByteArrayLiteral("SELECT ")
           + QByteArray(columns).replace("%1", body).replace("%2", explanation)
           + " FROM deliveries WHERE " + condition;
}

QByteArray oldestWhere(const char *condition)
{
    return QByteArrayLiteral("SELECT id, received_ms, length(CAST(headers AS BLOB)) + length(body)"
                             " FROM deliveries WHERE ")
           + condition + " ORDER BY id LIMIT ?";
}

/// Without the bodies, which SQLite then does not even read.
QByteArray listWhere(const char *condition)
{
    return selectWhere(condition, "x''", "''");
}

} // namespace

DeliveryTable::DeliveryTable(Database &database)
    : m_database(database)
    , m_insert(database,
               "INSERT INTO deliveries (source, received_ms, method, path, headers, body, verdict,"
               " reason, dedup_key, external_id, effect, job_id, event_ms, event_n, replay_of,"
               " explanation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_setEffect(database,
                  "UPDATE deliveries SET effect = ?, job_id = ?, event_ms = ?, event_n = ?"
                  " WHERE id = ? AND effect <> 'applied'")
    , m_find(database, selectWhere("id = ?", "body", "explanation"))
    , m_list(database, listWhere("id < ? ORDER BY id DESC"))
    , m_listOfSource(database, listWhere("source = ? AND id < ? ORDER BY id DESC"))
    , m_listOfJob(database, listWhere("job_id = ? AND job_id <> '' AND id < ? ORDER BY id DESC"))
    , m_oldest(database, oldestWhere("verdict <> 'refused'"))
    , m_oldestRefused(database, oldestWhere("verdict = 'refused'"))
    , m_remove(database, "DELETE FROM deliveries WHERE id = ?")
{ }

void DeliveryTable::insert(Delivery &delivery)
{
    delivery.size = delivery.body.size();
    m_insert.run(delivery.source, delivery.receivedMs, delivery.method, delivery.path,
                 delivery.headers, Blob{delivery.body}, delivery.verdict, delivery.reason,
                 delivery.dedupKey, delivery.externalId, delivery.effect, delivery.jobId,
                 delivery.event, delivery.replayOf, delivery.explanation);
    delivery.id = m_database.lastRowId();
}

void DeliveryTable::setEffect(qint64 id, const QByteArray &effect, const QByteArray &jobId,
                              EventId event)
{
    m_setEffect.run(effect, jobId, event, id);
}

std::vector<DeliveryTable::Old> DeliveryTable::oldest(bool refused, int limit)
{
    std::vector<Old> oldest;
    Rows rows = (refused ? m_oldestRefused : m_oldest).query(limit);
    while (rows.next())
        oldest.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
    return oldest;
}

std::optional<Delivery> DeliveryTable::find(qint64 id)
{
    Rows rows = m_find.query(id);
    return rows.next() ? std::optional(deliveryOf(rows)) : std::nullopt;
}

std::vector<Delivery> DeliveryTable::list(const DeliveryQuery &query)
{
    const qint64 before = query.before > 0 ? query.before : std::numeric_limits<qint64>::max();
    const auto limit = static_cast<size_t>(std::clamp(query.limit, 1, 1'000));
    Rows rows = !query.jobId.isEmpty()    ? m_listOfJob.query(query.jobId, before)
                : !query.source.isEmpty() ? m_listOfSource.query(query.source, before)
                                          : m_list.query(before);
    std::vector<Delivery> page;
    qint64 bytes = 0;
    for (int seen = 0; seen < scanLimit && page.size() < limit && bytes < pageBytes && rows.next();
         ++seen) {
        if (!query.source.isEmpty() && rows.view(1) != query.source)
            continue;
        page.push_back(deliveryOf(rows));
        bytes += weight(page.back());
    }
    return page;
}

} // namespace hub
