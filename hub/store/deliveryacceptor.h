// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/jobwriter.h"
#include "hub/store/storeoptions.h"

namespace hub {

/// Carries out the Deliver writes: keeps each webhook, and applies its changes to the jobs they are
/// about or lets them wait. Only within a transaction.
class DeliveryAcceptor
{
public:
    DeliveryAcceptor(StoreTables &tables, JobWriter &jobs, const Retention &retention,
                     const Clock &clock);

    Written accept(const Deliver &request);

private:
    /// What became of the changes of one delivery; the most telling one is its effect.
    struct Tally;

    /// The job that a change is about. Without a job, and neither created nor ignored: the change
    /// waits.
    struct Match
    {
        QByteArray jobId;
        bool creates = false;
        std::optional<Ignored> ignored{};

        bool waits() const { return jobId.isEmpty() && !ignored; }
    };

    /// Forged webhooks may come fast: they stay within their bounds at once, not at the next sweep.
    void trimRefused();
    bool hasMovedOn(const Delivery &delivery);
    bool answerDuplicate(const Deliver &request, Written &written);
    Receipt deliver(const JobChange &change, const Match &match, const Deliver &request,
                    Written &written, Tally &tally);
    /// Returns the limit that leaves no room for what of it has to wait; empty = there is room.
    /// `only` is the match of its change when it has just one.
    QByteArray fullFor(const Deliver &request, const std::optional<Match> &only);
    /// The first change of a delivery that waits is counted with its bytes.
    UnmatchedTable::Entry entryFor(const JobChange &change, const Deliver &request, bool isFirst);
    void store(Delivery &delivery, const Tally &tally);
    Match match(const JobChange &change, const Deliver &request);
    Match matchSigned(const JobChange &change, const Deliver &request);
    EventId create(const JobChange &change, const Deliver &request, Written &written);
    QByteArray ownerOf(const QByteArray &jobId);

    StoreTables &m_tables;
    JobWriter &m_jobs;
    const Retention &m_retention;
    const Clock &m_clock;
};

} // namespace hub
