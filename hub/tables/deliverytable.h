// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/delivery.h"
#include "hub/core/deliveryquery.h"
#include "hub/sqlite/sqlite.h"

#include <optional>
#include <vector>

namespace hub {

/// The received webhooks (deliveries).
class DeliveryTable
{
public:
    explicit DeliveryTable(Database &database);

    /// The fields of a delivery that the retention needs.
    struct Outline
    {
        qint64 id = 0;
        qint64 receivedMs = 0;
        qint64 bytes = 0; ///< See weight().
        QByteArray source;
        QByteArray owner;
        bool refused = false;
        bool waiting = false; ///< Acknowledged, but not yet applied to its job.
    };
    /// Returns the oldest refused deliveries, or the oldest others.
    std::vector<Outline> oldest(bool refused, int limit);
    /// Returns the oldest deliveries of one source and owner that are neither refused nor waiting.
    std::vector<Outline> oldestOf(const QByteArray &source, const QByteArray &owner, int limit);
    std::optional<Outline> outline(qint64 id);
    void remove(qint64 id) { m_remove.run(id); }

    /// Adds a delivery and sets its id. Sets its size when the body is kept.
    void insert(Delivery &delivery);
    /// Sets the effect, job and event of a delivery. An effect `applied` stays: another change of
    /// the delivery was applied.
    void setEffect(qint64 id, const DeliveryEffect &effect, const QByteArray &jobId, EventId event);

    std::optional<Delivery> find(qint64 id);
    /// Returns 1 to 1 000 deliveries without bodies, newest first. A page may end early: it
    /// examines at most 20 000 rows and holds about 32 MiB of headers.
    std::vector<Delivery> list(const DeliveryQuery &query);

    /// Returns the bytes that the delivery adds to Meta::deliveryBytes or Meta::refusedBytes.
    static qint64 weight(const Delivery &delivery)
    {
        return delivery.headers.size() + delivery.body.size();
    }
    static bool isRefused(const Delivery &delivery)
    {
        return delivery.verdict == DeliveryVerdict::Refused;
    }
    static bool isWaiting(const Delivery &delivery)
    {
        return delivery.effect.kind == DeliveryEffect::Kind::Unmatched;
    }

private:
    Database &m_database;
    Statement m_insert;
    Statement m_setEffect;
    Statement m_find;
    Statement m_list;
    Statement m_listOfSource;
    Statement m_listOfJob;
    Statement m_oldest;
    Statement m_oldestRefused;
    Statement m_oldestOf;
    Statement m_outline;
    Statement m_remove;
};

} // namespace hub
