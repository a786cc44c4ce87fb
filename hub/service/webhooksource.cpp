// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/webhooksource.h"

namespace hub {

QByteArray reservedFor(const WebhookSources &sources, const QByteArray &jobId)
{
    QByteArray name;
    qsizetype longest = 0;
    for (const auto &[candidate, source] : sources) {
        if (source.jobs.size() > longest && jobId.startsWith(source.jobs)) {
            name = candidate;
            longest = source.jobs.size();
        }
    }
    return name;
}

void limitReach(const WebhookSources &sources, const QByteArray &name, Deliver &deliver)
{
    const auto found = sources.find(name);
    if (found == sources.end())
        return;
    const WebhookSource &source = found->second;
    deliver.reach.anyJob = source.verifier == nullptr; // without secrets only admins may send
    deliver.reach.owner = source.owner;
    const QByteArray space = source.jobs.isEmpty() ? QByteArray() : name;
    for (const JobChange &change : deliver.changes) {
        if (!change.jobId.isEmpty() && reservedFor(sources, change.jobId) != space)
            deliver.foreignIds.insert(change.jobId);
    }
}

} // namespace hub
