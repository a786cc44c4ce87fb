// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/jobwriter.h"
#include "hub/store/storeoptions.h"

namespace hub {

/// Carries out the writes of the store. Only within a transaction; an answer counts once that is
/// committed.
class Acceptor
{
public:
    Acceptor(StoreTables &tables, const Retention &retention, const Clock &clock);

    Written operator()(const CreateJob &request);
    Written operator()(const Publish &request);
    Written operator()(const PublishBatch &request);
    Written operator()(const Deliver &request);
    Written operator()(const Notify &request);

private:
    Written createAgain(const CreateJob &request, const Job &existing);
    Receipt publish(const Publish &request, Written &written, QByteArray *jobId);
    Receipt createByPublish(const Publish &request, Written &written);

    /// What became of the changes of one delivery; the most telling one is its effect.
    struct Tally;
    Receipt deliver(const JobChange &change, bool createsJobs, Written &written, Tally &tally);
    bool answerDuplicate(const Deliver &request, Written &written);
    std::optional<Job> findFor(const JobChange &change);

    StoreTables &m_tables;
    const Retention &m_retention;
    const Clock &m_clock;
    JobWriter m_jobs;
};

} // namespace hub
