// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/deliverytable.h"

#include <algorithm>
#include <limits>

namespace hub {

namespace {

constexpr qint64 pageBytes = 32 * 1024 * 1024; ///< Bytes of headers in one list.
constexpr int scanLimit = 20'000; ///< Rows that one list examines.

constexpr char columns[] = "id, source, received_ms, method, path, headers, %1, verdict, reason,"
                           " dedup_key, external_id, effect, job_id, event_ms, event_n, replay_of,"
                           " length(body) + lost_bytes, %2, owner, lost_bytes";

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
    delivery.verdict = parseDeliveryVerdict(rows.view(7)).value_or(DeliveryVerdict::Rejected);
    delivery.reason = rows.bytes(8);
    delivery.dedupKey.text = rows.bytes(9);
    delivery.externalId = rows.bytes(10);
    delivery.effect = parseDeliveryEffect(rows.view(11));
    delivery.jobId = rows.bytes(12);
    delivery.event = rows.eventId(13);
    delivery.replayOf = rows.integer(15);
    delivery.size = rows.integer(16);
    delivery.explanation = rows.bytes(17);
    delivery.owner = rows.bytes(18);
    delivery.bodyKept = rows.integer(19) == 0;
    return delivery;
}

QByteArray selectWhere(const char *condition, const char *body, const char *explanation)
{
    return QByteArrayLiteral("SELECT ")
           + QByteArray(columns).replace("%1", body).replace("%2", explanation)
           + " FROM deliveries WHERE " + condition;
}

/// `from` is the table; it may also name an index.
QByteArray outlineWhere(const char *condition, const char *from = "deliveries")
{
    return QByteArrayLiteral("SELECT id, received_ms, length(CAST(headers AS BLOB)) + length(body),"
                             " source, owner, verdict = 'refused', effect = 'unmatched'"
                             " FROM ")
           + from + " WHERE " + condition;
}

DeliveryTable::Outline outlineOf(const Rows &rows)
{
    return {rows.integer(0), rows.integer(1),      rows.integer(2),     rows.bytes(3),
            rows.bytes(4),   rows.integer(5) != 0, rows.integer(6) != 0};
}

std::vector<DeliveryTable::Outline> allOf(Rows &&rows)
{
    std::vector<DeliveryTable::Outline> all;
    while (rows.next())
        all.push_back(outlineOf(rows));
    return all;
}

/// Selects deliveries without bodies, so that SQLite does not read the bodies at all.
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
               " explanation, owner, lost_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
               " ?, ?, ?, ?)")
    , m_setEffect(database,
                  "UPDATE deliveries SET effect = ?, job_id = ?, event_ms = ?, event_n = ?"
                  " WHERE id = ? AND effect <> 'applied'")
    , m_find(database, selectWhere("id = ?", "body", "explanation"))
    , m_list(database, listWhere("id < ? ORDER BY id DESC"))
    , m_listOfSource(database, listWhere("source = ? AND id < ? ORDER BY id DESC"))
    , m_listOfJob(database, listWhere("job_id = ? AND job_id <> '' AND id < ? ORDER BY id DESC"))
    , m_oldest(database, outlineWhere("verdict <> 'refused' ORDER BY id LIMIT ?"))
    , m_oldestRefused(database, outlineWhere("verdict = 'refused' ORDER BY id LIMIT ?"))
    , m_oldestOf(database, outlineWhere("source = ? AND owner = ? AND verdict <> 'refused'"
                                        " AND effect <> 'unmatched' ORDER BY id LIMIT ?",
                                        "deliveries INDEXED BY deliveries_by_account"))
    , m_outline(database, outlineWhere("id = ?"))
    , m_remove(database, "DELETE FROM deliveries WHERE id = ?")
{ }

void DeliveryTable::insert(Delivery &delivery)
{
    if (delivery.bodyKept)
        delivery.size = delivery.body.size();
    m_insert.run(delivery.source, delivery.receivedMs, delivery.method, delivery.path,
                 delivery.headers, Blob{delivery.body}, toString(delivery.verdict), delivery.reason,
                 delivery.dedupKey.text, delivery.externalId, toString(delivery.effect),
                 delivery.jobId, delivery.event, delivery.replayOf, delivery.explanation,
                 delivery.owner, delivery.bodyKept ? 0 : delivery.size);
    delivery.id = m_database.lastRowId();
}

void DeliveryTable::setEffect(qint64 id, const DeliveryEffect &effect, const QByteArray &jobId,
                              EventId event)
{
    m_setEffect.run(toString(effect), jobId, event, id);
}

std::vector<DeliveryTable::Outline> DeliveryTable::oldest(bool refused, int limit)
{
    return allOf((refused ? m_oldestRefused : m_oldest).query(limit));
}

std::vector<DeliveryTable::Outline> DeliveryTable::oldestOf(const QByteArray &source,
                                                            const QByteArray &owner, int limit)
{
    return allOf(m_oldestOf.query(source, owner, limit));
}

std::optional<DeliveryTable::Outline> DeliveryTable::outline(qint64 id)
{
    Rows rows = m_outline.query(id);
    return rows.next() ? std::optional(outlineOf(rows)) : std::nullopt;
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
