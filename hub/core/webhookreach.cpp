// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/webhookreach.h"

#include "hub/core/jobstate.h"

namespace hub {

namespace {

/// Returns whether a webhook of the source created the job, or the creator named the source. A job
/// with neither source nor owner was created by a webhook of an older version, which did not store
/// the source.
bool isLinked(const Job &job, const QByteArray &source)
{
    return job.source == source || (job.source.isEmpty() && job.owner.isEmpty());
}

bool namesAnotherOwner(const Job &job, const JobChange &change)
{
    return !change.owner.isEmpty() && !job.owner.isEmpty() && change.owner != job.owner;
}

} // namespace

bool WebhookReach::covers(const QByteArray &source, const Job &job, const JobChange &change) const
{
    if (!owner.isEmpty() && job.owner != owner)
        return false;
    if (!change.signedFor.isEmpty()) // the signed callback URL links job and source
        return jobOfAttempt(change.signedFor) == job.id;
    if (anyJob)
        return true;
    if (namesAnotherOwner(job, change))
        return false;
    if (!change.jobId.isEmpty())
        return change.jobId == job.id && isLinked(job, source);
    return job.source.isEmpty() || job.source == source;
}

bool WebhookReach::coversNew(const JobChange &change) const
{
    return owner.isEmpty() || change.owner.isEmpty() || change.owner == owner;
}

bool isOfAnotherRun(const Job &job, const JobChange &change)
{
    return change.signedFor == job.id && !isTerminal(job.status) && !job.externalId.isEmpty()
           && !change.externalId.isEmpty() && change.externalId != job.externalId;
}

} // namespace hub
