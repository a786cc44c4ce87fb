// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/acceptor/jobwriter.h"
#include "hub/core/deliver.h"
#include "hub/tables/retention.h"

namespace hub {

/// Executes Deliver writes: stores each webhook and applies its changes to their jobs. A change
/// whose job is unknown is stored and waits. Call it within a writing transaction only.
class DeliveryAcceptor
{
public:
    DeliveryAcceptor(StoreTables &tables, JobWriter &jobs, const Retention &retention,
                     const Clock &clock);

    Delivered accept(const Deliver &request);

private:
    /// The results of the changes of one delivery. They decide the delivery's effect: `applied`
    /// before `unmatched` before `ignored`.
    struct Tally;

    /// The job of a change. A change without a job id and without a reason to ignore it waits.
    struct Match
    {
        QByteArray jobId;
        bool creates = false;
        std::optional<Ignored> ignored{};

        bool waits() const { return jobId.isEmpty() && !ignored; }
    };

    /// Removes the oldest refused deliveries above the limits. Forged webhooks may arrive fast, so
    /// this does not wait for the next sweep.
    void trimRefused();
    /// Returns whether the job of an earlier delivery has had another event since then.
    bool hasMovedOn(const Delivery &delivery);
    /// Stores a repeated delivery as a duplicate. Returns false and does nothing when the delivery
    /// is not a duplicate.
    bool keepDuplicate(Delivery &delivery);
    /// Applies one change, or lets it wait, and notes the result in `tally`.
    void deliver(const JobChange &change, const Match &match, const Deliver &request,
                 Delivered &delivered, Tally &tally);
    /// Returns the configuration key of the limit that the delivery's waiting changes would exceed,
    /// or an empty text. `only` is the match of the change when the delivery has exactly one.
    QByteArray fullFor(const Deliver &request, const std::optional<Match> &only);
    /// Returns the entry of a waiting change. The first waiting change of a delivery also counts
    /// the bytes of the delivery itself.
    UnmatchedTable::Entry entryFor(const JobChange &change, const Deliver &request, bool isFirst);
    void store(Delivery &delivery, const Tally &tally);
    Match match(const JobChange &change, const Deliver &request);
    Match matchSigned(const JobChange &change, const Deliver &request);
    EventId create(const JobChange &change, const Deliver &request, Events &events);
    QByteArray ownerOf(const QByteArray &jobId);

    StoreTables &m_tables;
    JobWriter &m_jobs;
    const Retention &m_retention;
    const Clock &m_clock;
};

} // namespace hub
