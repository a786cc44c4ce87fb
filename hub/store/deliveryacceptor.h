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

    void count(const Delivery &delivery);
    /// Forged webhooks may come fast: they stay within their bounds at once, not at the next sweep.
    void trimRefused();
    bool answerDuplicate(const Deliver &request, Written &written);
    Receipt deliver(const JobChange &change, bool createsJobs, Written &written, Tally &tally);
    const Job *findFor(const JobChange &change);

    StoreTables &m_tables;
    JobWriter &m_jobs;
    const Retention &m_retention;
    const Clock &m_clock;
};

} // namespace hub
