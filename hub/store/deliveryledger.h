// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/deliverytable.h"
#include "hub/store/metatable.h"
#include "hub/store/storeoptions.h"
#include "hub/store/unmatchedtable.h"

namespace hub {

/// Stores and removes deliveries, and counts what each source and owner has stored. A delivery that
/// waits for its job is counted as waiting; every other one that was not refused as kept. All calls
/// belong into a writing transaction.
class DeliveryLedger
{
public:
    struct Amount
    {
        qint64 count = 0;
        qint64 bytes = 0;
    };
    struct Account
    {
        QByteArray source;
        QByteArray owner;
        qint64 kept = 0;
        qint64 keptBytes = 0;
    };

    DeliveryLedger(Database &database, MetaTable &meta, DeliveryTable &deliveries,
                   UnmatchedTable &unmatched);

    /// Stores the delivery; gives it its id and size.
    void keep(Delivery &delivery);
    void remove(const DeliveryTable::Outline &delivery);

    /// Returns the configuration key of the limit that leaves no room for one more waiting change;
    /// empty = there is room. `before` is what else of its delivery is to wait.
    QByteArray fullFor(const UnmatchedTable::Entry &entry, const JobChange &change, Amount before,
                       const WaitingLimits &limits);
    /// Lets a change wait for its job.
    void wait(const UnmatchedTable::Entry &entry, const JobChange &change);
    /// Ends the waiting of a change; `effect` is what became of it.
    void settle(const UnmatchedTable::Entry &entry, const QByteArray &effect,
                const QByteArray &jobId, EventId event);

    /// Returns the two accounts with the most kept deliveries, or the most bytes of them.
    std::vector<Account> heaviest(bool byBytes);

private:
    void add(const QByteArray &source, const QByteArray &owner, Amount kept, Amount waiting);
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
