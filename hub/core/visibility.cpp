// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/visibility.h"

#include <algorithm>

namespace hub {

namespace {

bool names(const std::vector<TopicPattern> &patterns, const QByteArray &jobId)
{
    const Topic topic = Topic::job(jobId);
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const TopicPattern &pattern) { return pattern.matches(topic); });
}

} // namespace

bool Visibility::covers(const QByteArray &jobId, const QByteArray &jobOwner) const
{
    if (everybodys)
        return true;
    const bool own = !jobOwner.isEmpty() && jobOwner == owner;
    if (!jobs)
        return own;
    return (own || jobOwner.isEmpty()) && names(*jobs, jobId);
}

bool Visibility::coversNew(const QByteArray &jobId) const
{
    return everybodys || !jobs || names(*jobs, jobId);
}

QByteArray Visibility::onlyOwner() const
{
    return everybodys || jobs ? QByteArray() : owner;
}

} // namespace hub
