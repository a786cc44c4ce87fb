// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/deliveryledger.h"

#include "hub/wire/event.h"

namespace hub {

namespace {

constexpr char addSql[] =
    "INSERT INTO delivery_accounts (source, owner, kept, kept_bytes, waiting, waiting_bytes)"
    " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source, owner) DO UPDATE SET"
    " kept = kept + excluded.kept, kept_bytes = kept_bytes + excluded.kept_bytes,"
    " waiting = waiting + excluded.waiting, waiting_bytes = waiting_bytes + excluded.waiting_bytes";

QByteArray waitingOf(const char *column)
{
    return QByteArrayLiteral("SELECT sum(waiting), sum(waiting_bytes) FROM delivery_accounts"
                             " INDEXED BY waiting_by_")
           + column + " WHERE waiting > 0 AND " + column + " = ?";
}

QByteArray heaviestBy(const char *column)
{
    return QByteArrayLiteral("SELECT source, owner, kept, kept_bytes FROM delivery_accounts"
                             " WHERE kept > 0 ORDER BY ")
           + column + " DESC LIMIT 2";
}

} // namespace

DeliveryLedger::DeliveryLedger(Database &database, MetaTable &meta, DeliveryTable &deliveries,
                               UnmatchedTable &unmatched)
    : m_meta(meta)
    , m_deliveries(deliveries)
    , m_unmatched(unmatched)
    , m_add(database, addSql)
    , m_dropEmpty(database, "DELETE FROM delivery_accounts WHERE source = ? AND owner = ?"
                            " AND kept <= 0 AND waiting <= 0")
    , m_waitingOfSource(database, waitingOf("source"))
    , m_waitingOfOwner(database, waitingOf("owner"))
    , m_mostKept(database, heaviestBy("kept"))
    , m_mostKeptBytes(database, heaviestBy("kept_bytes"))
{ }

void DeliveryLedger::add(const QByteArray &source, const QByteArray &owner, Amount kept,
                         Amount waiting)
{
    m_add.run(source, owner, kept.count, kept.bytes, waiting.count, waiting.bytes);
    if (kept.count < 0 || waiting.count < 0)
        m_dropEmpty.run(source, owner);
}

void DeliveryLedger::countKept(const DeliveryTable::Outline &delivery, qint64 sign)
{
    m_meta.current.deliveries += sign;
    m_meta.current.deliveryBytes += sign * delivery.bytes;
    add(delivery.source, delivery.owner, {sign, sign * delivery.bytes}, {});
}

void DeliveryLedger::keep(Delivery &delivery)
{
    m_deliveries.insert(delivery);
    const qint64 bytes = DeliveryTable::weight(delivery);
    if (DeliveryTable::isRefused(delivery)) {
        ++m_meta.current.refused;
        m_meta.current.refusedBytes += bytes;
    } else if (!DeliveryTable::isWaiting(delivery)) {
        countKept({delivery.id, delivery.receivedMs, bytes, delivery.source, delivery.owner}, 1);
    }
}

void DeliveryLedger::remove(const DeliveryTable::Outline &delivery)
{
    m_deliveries.remove(delivery.id);
    if (delivery.refused) {
        --m_meta.current.refused;
        m_meta.current.refusedBytes -= delivery.bytes;
    } else if (!delivery.waiting) {
        countKept(delivery, -1);
    }
}

DeliveryLedger::Amount DeliveryLedger::sumOf(Rows &&rows)
{
    return rows.next() ? Amount{rows.integer(0), rows.integer(1)} : Amount{};
}

QByteArray DeliveryLedger::fullFor(const UnmatchedTable::Entry &entry, const JobChange &change,
                                   Amount before, const WaitingLimits &limits)
{
    // A terminal change may use twice the limit, so that the job's progress cannot crowd it out.
    const bool ends = isTerminal(change.type);
    const qint64 perJob = limits.perJob * (ends ? 2 : 1);
    if (m_unmatched.countFor(UnmatchedTable::keyOf(change), entry.source) >= perJob)
        return "waiting_webhooks_per_job";
    const qint64 bytes = before.bytes + entry.bytes;
    const Amount source = sumOf(m_waitingOfSource.query(entry.source));
    if (source.count + before.count >= limits.perSource)
        return "waiting_webhooks_per_source";
    if (source.bytes + bytes > limits.bytesPerSource)
        return "waiting_webhook_bytes_per_source";
    if (entry.owner.isEmpty())
        return {};
    const Amount owner = sumOf(m_waitingOfOwner.query(entry.owner));
    if (owner.count + before.count >= limits.perOwner)
        return "waiting_webhooks_per_owner";
    if (owner.bytes + bytes > limits.bytesPerOwner)
        return "waiting_webhook_bytes_per_owner";
    return {};
}

void DeliveryLedger::wait(const UnmatchedTable::Entry &entry, const JobChange &change)
{
    m_unmatched.insert(entry, change);
    add(entry.source, entry.owner, {}, {1, entry.bytes});
}

void DeliveryLedger::settle(const UnmatchedTable::Entry &entry, const DeliveryEffect &effect,
                            const QByteArray &jobId, EventId event)
{
    m_unmatched.remove(entry.id);
    add(entry.source, entry.owner, {}, {-1, -entry.bytes});
    const auto delivery = m_deliveries.outline(entry.delivery);
    if (!delivery)
        return;
    m_deliveries.setEffect(entry.delivery, effect, jobId, event);
    if (delivery->waiting)
        countKept(*delivery, 1);
}

std::vector<DeliveryLedger::Account> DeliveryLedger::heaviest(bool byBytes)
{
    std::vector<Account> accounts;
    Rows rows = (byBytes ? m_mostKeptBytes : m_mostKept).query();
    while (rows.next())
        accounts.push_back({rows.bytes(0), rows.bytes(1), rows.integer(2), rows.integer(3)});
    return accounts;
}

} // namespace hub
