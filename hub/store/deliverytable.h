// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/sqlite.h"

namespace hub {

/// The received webhooks.
class DeliveryTable
{
public:
    explicit DeliveryTable(Database &database);

    /// What the retention has to know of a delivery.
    struct Outline
    {
        qint64 id = 0;
        qint64 receivedMs = 0;
        qint64 bytes = 0; ///< Its weight().
        QByteArray source;
        QByteArray owner;
        bool refused = false;
        bool waiting = false; ///< Acknowledged, and not applied to its job yet.
    };
    std::vector<Outline> oldest(bool refused, int limit);
    /// Of one source and owner, without those that were refused or wait.
    std::vector<Outline> oldestOf(const QByteArray &source, const QByteArray &owner, int limit);
    std::optional<Outline> outline(qint64 id);
    void remove(qint64 id) { m_remove.run(id); }

    /// Gives it its id and its size.
    void insert(Delivery &delivery);
    /// What became of it later; an `applied` of another of its changes stays.
    void setEffect(qint64 id, const QByteArray &effect, const QByteArray &jobId, EventId event);

    std::optional<Delivery> find(qint64 id);
    /// Newest first, without bodies; a page ends early when its headers grow large.
    std::vector<Delivery> list(const DeliveryQuery &query);

    /// What it counts for in Meta::deliveryBytes or refusedBytes.
    static qint64 weight(const Delivery &delivery)
    {
        return delivery.headers.size() + delivery.body.size();
    }
    static bool isRefused(const Delivery &delivery) { return delivery.verdict == "refused"; }
    static bool isWaiting(const Delivery &delivery) { return delivery.effect == "unmatched"; }

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
