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

    /// The oldest ones, refused or not: id, when received, weight.
    struct Old
    {
        qint64 id = 0;
        qint64 receivedMs = 0;
        qint64 bytes = 0;
    };
    std::vector<Old> oldest(bool refused, int limit);
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
    Statement m_remove;
};

} // namespace hub
