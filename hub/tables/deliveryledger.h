// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/tables/deliverytable.h"
#include "hub/tables/metatable.h"
#include "hub/tables/retention.h"
#include "hub/tables/unmatchedtable.h"

namespace hub {

/// Stores and removes deliveries, and counts them for each pair of source and owner (an account). A
/// change that waits for its job counts as waiting. A delivery counts as kept unless it was refused
/// or waits. Call it within a writing transaction only.
class DeliveryLedger
{
public:
    struct Amount
    {
        qint64 count = 0;
        qint64 bytes = 0;
    };
    /// The kept deliveries of one source and owner.
    struct Account
    {
        QByteArray source;
        QByteArray owner;
        qint64 kept = 0;
        qint64 keptBytes = 0;
    };

    DeliveryLedger(Database &database, MetaTable &meta, DeliveryTable &deliveries,
                   UnmatchedTable &unmatched);

    /// Stores a delivery, sets its id and size, and counts it.
    void keep(Delivery &delivery);
    /// Removes a delivery and its counts.
    void remove(const DeliveryTable::Outline &delivery);

    /// Returns the configuration key of the limit that one more waiting change would exceed, or an
    /// empty text. `before` is the amount of earlier changes of the same delivery that must wait
    /// too.
    QByteArray fullFor(const UnmatchedTable::Entry &entry, const JobChange &change, Amount before,
                       const WaitingLimits &limits);
    /// Stores a change until its job is known, and counts it as waiting.
    void wait(const UnmatchedTable::Entry &entry, const JobChange &change);
    /// Removes a waiting change and its counts. Stores `effect`, job and event in its delivery (see
    /// DeliveryTable::setEffect()).
    void settle(const UnmatchedTable::Entry &entry, const DeliveryEffect &effect,
                const QByteArray &jobId, EventId event);

    /// Returns at most two accounts, the largest first: by kept deliveries, or by their bytes.
    std::vector<Account> heaviest(bool byBytes);

private:
    void add(const QByteArray &source, const QByteArray &owner, Amount kept, Amount waiting);
    /// Adds a delivery to the kept ones (`sign` is 1) or subtracts it (`sign` is -1).
    void countKept(const DeliveryTable::Outline &delivery, qint64 sign);
    static Amount sumOf(Rows &&rows);

    MetaTable &m_meta;
    DeliveryTable &m_deliveries;
    UnmatchedTable &m_unmatched;
    Statement m_add;
    Statement m_dropEmpty;
    Statement m_waitingOfSource;
    Statement m_waitingOfOwner;
    Statement m_mostKept;
    Statement m_mostKeptBytes;
};

} // namespace hub
